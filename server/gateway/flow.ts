// How many operations may be under way at a time, of one caller and of all, whatever way they come by. Beyond that the answer is a refusal
// at once, so that nobody's storm is everybody's, and what is refused costs next to nothing. Subscriptions have bounds of their own.
import type { Viewer } from "../domain/access.ts";
import { RequestError } from "../domain/errors.ts";
import { callerOf } from "./rates.ts";

const RETRY_AFTER_S = "1";

export interface FlowBounds {
  readonly mostOfOne: number;
  readonly mostOfAll: number;
}

export interface Flow {
  /** Lets an operation in; answers what is to be called at its end. @throws RequestError RATE_LIMITED, UNAVAILABLE */
  begin(viewer: Viewer, address: string): () => void;
}

export function createFlow({ mostOfOne, mostOfAll }: FlowBounds): Flow {
  const going = new Map<string, number>();
  let all = 0;
  const refuse = (code: "RATE_LIMITED" | "UNAVAILABLE", why: string): never => {
    const message = `${why} are under way already. Wait for answers before you ask for more.`;
    throw new RequestError(code, message, { retryAfter: RETRY_AFTER_S });
  };
  return {
    begin(viewer, address) {
      const caller = callerOf(viewer, address);
      const own = going.get(caller) ?? 0;
      if (own >= mostOfOne) refuse("RATE_LIMITED", `${mostOfOne} operations of this caller`);
      if (all >= mostOfAll) refuse("UNAVAILABLE", `${mostOfAll} operations`);
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
