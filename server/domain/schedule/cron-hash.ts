// `H` in a cron expression: values chosen by the hash of a seed (the task's name), so that tasks with the same expression
// spread over the time it allows, each always at the same one. Turned into plain values before anything is compiled.
// Source of the meaning: Jenkins, Pipeline Syntax, "Jenkins cron syntax".

import { type CronField, DAY_OF_MONTH, DAY_OF_WEEK, FIELDS, numberOf } from "./cron-fields.ts";
import { stableHash } from "./stable-hash.ts";

/** `H`, `H(0-29)`, `H/15`, `H(0-29)/10`. */
export const HASH_ITEM = /^H(?:\((.*)\))?(?:\/(.*))?$/;

/** Whether a list item of an expression is `H…`; no name of a month or weekday begins with it. */
export const hasHash = (text: string): boolean => /(?:^|[ ,])H/i.test(text);

/** The first and last value that a bare `H` can have: a day that every month has, and Sunday once. */
function hashBounds(field: CronField): [number, number] {
  if (field === DAY_OF_MONTH) return [1, 28];
  return field === DAY_OF_WEEK ? [0, 6] : [field.min, field.max];
}

/**
 * A list item without `H`. The hash is `stableHash` of the seed, a line feed and the field's word, so that fields differ.
 * `H` is low + hash mod (high − low + 1); with a step, the first value is low + hash mod the step (or the range, if shorter).
 */
function resolveItem(field: CronField, item: string, seed: string): string {
  const [form, range, stepText] = HASH_ITEM.exec(item) ?? [];
  if (form === undefined) return item;
  const bounds = range === undefined ? hashBounds(field) : range.split("-").map((text) => numberOf(field, text));
  const [low = 0, high = low] = bounds;
  const hash = stableHash(`${seed}\n${field.word}`);
  const size = high - low + 1;
  if (stepText === undefined) return `${low + (hash % size)}`;
  const first = low + (hash % Math.min(Number(stepText), size));
  return high === field.max && field !== DAY_OF_WEEK ? `${first}/${stepText}` : `${first}-${high}/${stepText}`;
}

/** Seven fields, accepted by the guard, with every `H` made plain. */
export const withoutHash = (fields: readonly string[], seed: string): string[] =>
  fields.map((text, i) =>
    text
      .split(",")
      .map((item) => resolveItem(FIELDS[i] as CronField, item, seed))
      .join(","),
  );
