// How many operations may be under way at a time, over HTTP: of one caller, and of all. Beyond that the answer is 429 or 503 at once,
// so that nobody's storm is everybody's, and what is refused costs next to nothing.
import type { NextFunction, Request, Response } from "express";
import { refuse, viewerOf } from "./who.ts";

const MOST_OF_ONE = 200;
const MOST_OF_ALL = 2_000;
const RETRY_AFTER_S = "1";

/** For what `required` has let through. Callers are told apart by their credential, or by their address. */
export function createFlow(
  { mostOfOne, mostOfAll }: { readonly mostOfOne: number; readonly mostOfAll: number } = {
    mostOfOne: MOST_OF_ONE,
    mostOfAll: MOST_OF_ALL,
  },
): (request: Request, response: Response, next: NextFunction) => void {
  const going = new Map<string, number>();
  let all = 0;
  return (request, response, next) => {
    const caller = viewerOf(response).credential?.id ?? request.socket.remoteAddress ?? "";
    const own = going.get(caller) ?? 0;
    if (own >= mostOfOne || all >= mostOfAll) {
      const [code, message] =
        own >= mostOfOne
          ? (["RATE_LIMITED", `${mostOfOne} operations of this caller are under way already.`] as const)
          : (["UNAVAILABLE", `${mostOfAll} operations are under way already.`] as const);
      refuse(response, {
        message: `${message} Wait for answers before you ask for more.`,
        extensions: { code, retryAfter: RETRY_AFTER_S },
      });
      return;
    }
    going.set(caller, own + 1);
    all++;
    response.once("close", () => {
      all--;
      const left = (going.get(caller) ?? 1) - 1;
      if (left > 0) going.set(caller, left);
      else going.delete(caller);
    });
    next();
  };
}
