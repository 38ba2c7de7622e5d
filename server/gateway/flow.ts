// How many operations may be under way at a time, of one caller and of all, whatever way they come by. Beyond that the answer is a refusal
// at once, so that nobody's storm is everybody's, and what is refused costs next to nothing. Subscriptions are counted by themselves.
import type { Viewer } from "../domain/access.ts";
import { RequestError } from "../domain/errors.ts";
import { callerOf } from "./rates.ts";

const RETRY_AFTER_S = "1";

export interface FlowBounds {
  readonly mostOfOne: number;
  readonly mostOfAll: number;
  /** Left out: of queries and mutations. `one`: it is the caller who has too many. */
  readonly refusal?: (one: boolean, most: number) => RequestError;
}

export interface Flow {
  /** Lets an operation in; answers what is to be called at its end. @throws RequestError, by default RATE_LIMITED or UNAVAILABLE */
  begin(viewer: Viewer, address: string): () => void;
  /** How many are under way. */
  readonly size: number;
}

const tooMany = (one: boolean, most: number): RequestError =>
  new RequestError(
    one ? "RATE_LIMITED" : "UNAVAILABLE",
    `${most} operations${one ? " of this caller" : ""} are under way already. Wait for answers before you ask for more.`,
    { retryAfter: RETRY_AFTER_S },
  );

export function createFlow({ mostOfOne, mostOfAll, refusal = tooMany }: FlowBounds): Flow {
  const going = new Map<string, number>();
  let all = 0;
  return {
    get size() {
      return all;
    },
    begin(viewer, address) {
      const caller = callerOf(viewer, address);
      const own = going.get(caller) ?? 0;
      if (own >= mostOfOne) throw refusal(true, mostOfOne);
      if (all >= mostOfAll) throw refusal(false, mostOfAll);
      going.set(caller, own + 1);
      all++;
      let over = false;
      return () => {
        if (over) return;
        over = true;
        all--;
        const left = (going.get(caller) ?? 1) - 1;
        if (left > 0) going.set(caller, left);
        else going.delete(caller);
      };
    },
  };
}
