// A task as a user gives it, checked: all that is wrong with it at once.
import { parseDuration } from "../duration.ts";
import { ok, type Result } from "../errors.ts";
import {
  CATCH_UP_WINDOW_MS,
  DESCRIPTION_LENGTH,
  MAX_BUFFER,
  MAX_FAILURES,
  NAME_LENGTH,
  START_DEADLINE_MS,
  TIMEOUT_MS,
} from "../limits.ts";
import type { Store } from "../ports.ts";
import type { CrashPolicy, FollowUp, Json, MissedRunPolicy, OverlapPolicy, Task, TaskSpec } from "../types.ts";
import { Collector } from "./collect.ts";
import { checkFollowUps } from "./follow-ups.ts";
import { checkFits } from "./payload.ts";
import {
  type CatchUpInput,
  checkCatchUp,
  checkRetry,
  DEFAULT_BUFFER,
  DEFAULT_CATCH_UP,
  DEFAULT_RETRY,
  type RetryInput,
} from "./policies.ts";
import { checkLane, type LaneInput } from "./queue.ts";
import { checkRetention, type RetentionInput } from "./retention.ts";
import type { ScheduleInput } from "./schedule.ts";
import { checkTarget, type TargetInput, type TargetRules } from "./target.ts";
import { noSecrets, templateErrors } from "./template.ts";
import { checkInteger, checkPayload, checkText } from "./text.ts";
import { checkTiming, type TimingInput } from "./timing.ts";

type Maybe<T> = T | null | undefined;

export interface TaskInput extends TimingInput, CatchUpInput, LaneInput {
  readonly name: string;
  readonly description?: Maybe<string>;
  readonly schedule: ScheduleInput;
  readonly target: TargetInput;
  readonly fallbackTarget?: Maybe<TargetInput>;
  readonly payload?: unknown;
  readonly retry?: Maybe<RetryInput>;
  readonly timeout: string;
  readonly overlapPolicy: OverlapPolicy;
  readonly overlapBuffer?: Maybe<number>;
  readonly missedRunPolicy: MissedRunPolicy;
  readonly catchUpWindow: string;
  readonly startDeadline?: Maybe<string>;
  readonly onCrash: CrashPolicy;
  readonly pauseAfterFailures?: Maybe<number>;
  readonly retention?: Maybe<RetentionInput>;
  readonly followUps?: Maybe<readonly FollowUp[]>;
}

/** Fields that are undefined keep their value; null removes what may be absent and is as good as undefined elsewhere. */
export type TaskPatch = { readonly [K in keyof TaskInput]?: Maybe<TaskInput[K]> };

const checkName = (name: string) =>
  checkText(["name"], name, { least: 1, most: NAME_LENGTH, example: "Nightly backup" });
const checkDescription = (text: Maybe<string>): Result<string | null> =>
  text
    ? checkText(["description"], text, { most: DESCRIPTION_LENGTH, lines: true, example: "Packs /srv/data at night" })
    : ok(null);

/** What checks have to look up. */
export interface Known extends TargetRules {
  readonly store: Pick<Store, "calendarsById" | "secretsByName" | "queuesByName">;
}

export async function checkTask(input: TaskInput, now: number, known: Known): Promise<Result<TaskSpec>> {
  return checkTaskPatch(undefined, { ...input, retry: input.retry ?? undefined }, now, known);
}

/** The whole specification after the patch; without `current` the patch must be whole itself. */
export async function checkTaskPatch(
  current: Task | undefined,
  patch: TaskPatch,
  now: number,
  { store, ...rules }: Known,
): Promise<Result<TaskSpec>> {
  const collector = new Collector();
  const given = <I, T>(value: I, kept: T | undefined, check: (value: NonNullable<I>) => Result<T>): T | undefined =>
    value === undefined || value === null ? kept : collector.take(check(value));
  const name = given(patch.name, current?.name, checkName);
  const description =
    patch.description === undefined
      ? (current?.description ?? null)
      : collector.take(checkDescription(patch.description));
  const timing = collector.take(await checkTiming(current, patch, { now, seed: current?.seed ?? name ?? "" }, store));
  const target = patch.target ? collector.take(await checkTarget(["target"], patch.target, rules)) : current?.target;
  const fallbackTarget = patch.fallbackTarget
    ? collector.take(await checkTarget(["fallbackTarget"], patch.fallbackTarget, rules))
    : patch.fallbackTarget === null
      ? null
      : (current?.fallbackTarget ?? null);
  const payload =
    patch.payload === undefined ? current?.payload : collector.take(checkPayload(["payload"], patch.payload));
  if (patch.target && target)
    for (const error of await templateErrors(["target"], target as unknown as Json, store))
      collector.errors.push(error);
  if (patch.fallbackTarget && fallbackTarget)
    for (const error of await templateErrors(["fallbackTarget"], fallbackTarget as unknown as Json, store))
      collector.errors.push(error);
  if (patch.payload !== undefined)
    for (const error of await templateErrors(["payload"], payload, store)) collector.errors.push(error);
  if ((patch.target || patch.fallbackTarget || patch.payload !== undefined) && collector.errors.length === 0)
    collector.take(await checkFits(payload, [target, fallbackTarget], rules.modules));
  if (target?.kind === "WORKER" || fallbackTarget?.kind === "WORKER") collector.take(noSecrets(["payload"], payload));
  const retry = given(patch.retry, current?.retry ?? DEFAULT_RETRY, (input) => checkRetry(["retry"], input));
  const timeoutMs = given(patch.timeout, current?.timeoutMs, (text) => parseDuration(["timeout"], text, TIMEOUT_MS));
  const catchUpWindowMs = given(patch.catchUpWindow, current?.catchUpWindowMs, (text) =>
    parseDuration(["catchUpWindow"], text, CATCH_UP_WINDOW_MS),
  );
  const startDeadlineMs =
    typeof patch.startDeadline === "string"
      ? collector.take(parseDuration(["startDeadline"], patch.startDeadline, START_DEADLINE_MS))
      : patch.startDeadline === null
        ? null
        : (current?.startDeadlineMs ?? null);
  const retention = patch.retention
    ? collector.take(checkRetention(["retention"], patch.retention))
    : patch.retention === null
      ? null
      : (current?.retention ?? null);
  const spec = {
    ...timing,
    name,
    description,
    target,
    fallbackTarget,
    payload,
    retry,
    timeoutMs,
    ...(await checkLane(current, patch, target, store, collector)),
    overlapPolicy: patch.overlapPolicy ?? current?.overlapPolicy,
    overlapBuffer: given(patch.overlapBuffer, current?.overlapBuffer ?? DEFAULT_BUFFER, (count) =>
      checkInteger(["overlapBuffer"], count, 1, MAX_BUFFER),
    ),
    missedRunPolicy: patch.missedRunPolicy ?? current?.missedRunPolicy,
    catchUpWindowMs,
    catchUp: collector.take(checkCatchUp(current?.catchUp ?? DEFAULT_CATCH_UP, patch)),
    startDeadlineMs,
    onCrash: patch.onCrash ?? current?.onCrash,
    pauseAfterFailures:
      typeof patch.pauseAfterFailures === "number"
        ? collector.take(checkInteger(["pauseAfterFailures"], patch.pauseAfterFailures, 1, MAX_FAILURES))
        : patch.pauseAfterFailures === null
          ? null
          : (current?.pauseAfterFailures ?? null),
    retention,
    followUps: given(patch.followUps, current?.followUps ?? [], checkFollowUps),
  };
  return collector.finish(() => spec as TaskSpec);
}
