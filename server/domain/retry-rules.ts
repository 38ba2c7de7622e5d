// Which rule of a retry policy a failure meets. Pure.
import type { FailureFacts, RetryRule, RunError } from "./types.ts";

/** The first that matches; undefined: none does. */
export const matchingRule = (
  rules: readonly RetryRule[],
  error: RunError | null,
  facts: FailureFacts,
): RetryRule | undefined =>
  rules.find(
    ({ httpStatus, errorCode, exitCode }) =>
      (httpStatus === null || within(httpStatus, facts.httpStatus)) &&
      (exitCode === null || within(exitCode, facts.exitCode)) &&
      (errorCode === null || errorCode === error?.code || errorCode === facts.errorClass),
  );

const within = (list: string, value: number | undefined): boolean =>
  value !== undefined && (readRanges(list)?.some(([from, until]) => from <= value && value <= until) ?? false);

/** `429, 500-599, 4xx` as ranges, bounds included; null when it cannot be read. */
export function readRanges(list: string): [number, number][] | null {
  const ranges: [number, number][] = [];
  for (const item of list.split(",").map((text) => text.trim())) {
    const [, digit] = /^([1-5])xx$/i.exec(item) ?? [];
    const [, from, until = from] = /^(\d{1,3})(?:\s*-\s*(\d{1,3}))?$/.exec(item) ?? [];
    if (digit !== undefined) ranges.push([Number(digit) * 100, Number(digit) * 100 + 99]);
    else if (from !== undefined) ranges.push([Number(from), Number(until)]);
    else return null;
  }
  return ranges;
}

/** The rule's condition in words: `status 429 and code TIMEOUT`. */
export const ruleWords = ({ httpStatus, errorCode, exitCode }: RetryRule): string =>
  [
    httpStatus !== null && `status ${httpStatus}`,
    errorCode !== null && `error ${errorCode}`,
    exitCode !== null && `exit code ${exitCode}`,
  ]
    .filter(Boolean)
    .join(" and ");
