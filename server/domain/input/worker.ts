// What a worker gives: names, and which attempt it speaks of.
import { type DurationBounds, parseDuration } from "../duration.ts";
import { ok, type Result, refuse, shown } from "../errors.ts";
import { CLAIMS_AT_ONCE, QUEUE_LENGTH, WORKER_LEASE_MS } from "../limits.ts";
import { Collector } from "./collect.ts";
import { checkId, checkInteger } from "./text.ts";

/** Which attempt a worker speaks of. */
export interface Fence {
  readonly runId: string;
  readonly attempt: number;
  readonly workerId: string;
}

const QUEUE = /^[A-Za-z0-9._-]+$/;
const WORKER = /^[A-Za-z0-9._:-]+$/;

function checkName(field: readonly string[], name: string, form: RegExp, example: string): Result<string> {
  const what = field.at(-1);
  if (name === "") return refuse("REQUIRED", field, `${what} is empty. Example: "${example}".`);
  if (name.length > QUEUE_LENGTH)
    return refuse("TOO_LONG", field, `${what} has ${name.length} characters; at most ${QUEUE_LENGTH} are allowed.`);
  if (form.test(name)) return ok(name);
  const others = form === QUEUE ? "., _ and -" : "., _, : and -";
  return refuse(
    "INVALID_CHARACTERS",
    field,
    `${what} ${shown(name)} may have letters, digits, ${others} only. Example: "${example}".`,
  );
}

export const checkQueue = (field: readonly string[], name: string): Result<string> =>
  checkName(field, name, QUEUE, "emails");
export const checkWorkerId = (field: readonly string[], name: string): Result<string> =>
  checkName(field, name, WORKER, "mailer-1:4711");
export const checkLease = (text: string): Result<number> => parseDuration(["lease"], text, WORKER_LEASE_MS);

export function checkClaim(input: { queue: string; workerId: string; limit: number; lease: string }) {
  const collector = new Collector();
  const queue = collector.take(checkQueue(["queue"], input.queue));
  const workerId = collector.take(checkWorkerId(["workerId"], input.workerId));
  const limit = collector.take(checkInteger(["limit"], input.limit, 1, CLAIMS_AT_ONCE));
  const leaseMs = collector.take(checkLease(input.lease));
  return collector.finish(() => ({ queue, workerId, limit, leaseMs }) as Claiming);
}

export interface Claiming {
  readonly queue: string;
  readonly workerId: string;
  readonly limit: number;
  readonly leaseMs: number;
}

export function checkFence(input: Fence, collector = new Collector()): Collector {
  collector.take(checkId(["runId"], input.runId));
  collector.take(checkInteger(["attempt"], input.attempt, 1, 2_147_483_647));
  collector.take(checkWorkerId(["workerId"], input.workerId));
  return collector;
}

const CODE = /^[A-Z0-9_]{1,100}$/;

export function checkCode(code: string): Result<string> {
  if (CODE.test(code)) return ok(code);
  const rule = "must be 1 to 100 capital letters, digits and _";
  return refuse("INVALID_CHARACTERS", ["code"], `code ${shown(code)} ${rule}. Example: "SMTP_REFUSED".`);
}

export const optionalDuration = (field: string, text: string | null | undefined, bounds: DurationBounds) =>
  text == null ? ok(null) : parseDuration([field], text, bounds);
