// A task as a user gives it, checked: all that is wrong with it at once.
import { canonicalJson } from "../canonical-json.ts";
import { parseDuration } from "../duration.ts";
import { ok, type Result } from "../errors.ts";
import { CATCH_UP_WINDOW_MS, DESCRIPTION_LENGTH, NAME_LENGTH, TIMEOUT_MS } from "../limits.ts";
import type { CrashPolicy, MissedRunPolicy, OverlapPolicy, Task, TaskSpec } from "../types.ts";
import { Collector } from "./collect.ts";
import { checkRetry, DEFAULT_RETRY, type RetryInput } from "./policies.ts";
import { checkSchedule, refusePast, type ScheduleInput } from "./schedule.ts";
import { checkTarget, type ModuleCatalog, type TargetInput } from "./target.ts";
import { checkPayload, checkText } from "./text.ts";

type Maybe<T> = T | null | undefined;

export interface TaskInput {
  readonly name: string;
  readonly description?: Maybe<string>;
  readonly schedule: ScheduleInput;
  readonly target: TargetInput;
  readonly payload?: unknown;
  readonly retry?: Maybe<RetryInput>;
  readonly timeout: string;
  readonly overlapPolicy: OverlapPolicy;
  readonly missedRunPolicy: MissedRunPolicy;
  readonly catchUpWindow: string;
  readonly onCrash: CrashPolicy;
}

/** Fields that are undefined keep their value; null removes a description or payload and is as good as undefined elsewhere. */
export type TaskPatch = { readonly [K in keyof TaskInput]?: Maybe<TaskInput[K]> };

const checkName = (name: string) =>
  checkText(["name"], name, { least: 1, most: NAME_LENGTH, example: "Nightly backup" });
const checkDescription = (text: Maybe<string>): Result<string | null> =>
  text
    ? checkText(["description"], text, { most: DESCRIPTION_LENGTH, lines: true, example: "Packs /srv/data at night" })
    : ok(null);

export async function checkTask(input: TaskInput, now: number, modules: ModuleCatalog): Promise<Result<TaskSpec>> {
  return checkTaskPatch(undefined, { ...input, retry: input.retry ?? undefined }, now, modules);
}

/** The whole specification after the patch; without `current` the patch must be whole itself. */
export async function checkTaskPatch(
  current: Task | undefined,
  patch: TaskPatch,
  now: number,
  modules: ModuleCatalog,
): Promise<Result<TaskSpec>> {
  const collector = new Collector();
  const given = <I, T>(value: I, kept: T | undefined, check: (value: NonNullable<I>) => Result<T>): T | undefined =>
    value === undefined || value === null ? kept : collector.take(check(value));
  const name = given(patch.name, current?.name, checkName);
  const description =
    patch.description === undefined
      ? (current?.description ?? null)
      : collector.take(checkDescription(patch.description));
  const schedule = given(patch.schedule, current?.schedule, (input) => {
    const checked = checkSchedule(["schedule"], input, now);
    // A form that sends the whole task may repeat an instant that has passed meanwhile.
    const kept = checked.ok && current && canonicalJson(checked.value) === canonicalJson(current.schedule);
    return checked.ok && !kept ? refusePast(["schedule"], checked.value, now) : checked;
  });
  const target = patch.target ? collector.take(await checkTarget(["target"], patch.target, modules)) : current?.target;
  const payload =
    patch.payload === undefined ? current?.payload : collector.take(checkPayload(["payload"], patch.payload));
  const retry = given(patch.retry, current?.retry ?? DEFAULT_RETRY, (input) => checkRetry(["retry"], input));
  const timeoutMs = given(patch.timeout, current?.timeoutMs, (text) => parseDuration(["timeout"], text, TIMEOUT_MS));
  const catchUpWindowMs = given(patch.catchUpWindow, current?.catchUpWindowMs, (text) =>
    parseDuration(["catchUpWindow"], text, CATCH_UP_WINDOW_MS),
  );
  const overlapPolicy = patch.overlapPolicy ?? current?.overlapPolicy;
  const missedRunPolicy = patch.missedRunPolicy ?? current?.missedRunPolicy;
  const onCrash = patch.onCrash ?? current?.onCrash;
  const spec = {
    name,
    description,
    schedule,
    target,
    payload,
    retry,
    timeoutMs,
    catchUpWindowMs,
    overlapPolicy,
    missedRunPolicy,
    onCrash,
  };
  return collector.finish(() => spec as TaskSpec);
}
