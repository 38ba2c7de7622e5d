// How often somebody may try in vain, counted in this process: by address and by name. Whoever shows something valid is never held up.
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Attempts } from "../domain/commands/access.ts";
import { RequestError } from "../domain/errors.ts";

const WINDOW_S = 60;
/** Wrong passwords, from an address and for a name. */
const PASSWORDS = 10;
/** Tokens and cookies that nobody has. */
const GUESSES = 60;

export const createPasswordAttempts = (): Attempts => attempts(PASSWORDS);
export const createGuesses = (): Attempts => attempts(GUESSES);

function attempts(points: number): Attempts {
  const limiter = new RateLimiterMemory({ points, duration: WINDOW_S });
  const refuse = (msBefore: number): never => {
    const retryAfter = String(Math.max(1, Math.ceil(msBefore / 1_000)));
    throw new RequestError("RATE_LIMITED", `Too many failed attempts. Try again in ${retryAfter} s.`, { retryAfter });
  };
  return {
    async allowed(...keys) {
      for (const key of keys) {
        const state = await limiter.get(key);
        if (state && state.consumedPoints >= points) refuse(state.msBeforeNext);
      }
    },
    async failed(...keys) {
      for (const key of keys) {
        await limiter.consume(key).catch((error: unknown) => {
          if (!(error instanceof RateLimiterRes)) throw error;
        });
      }
    },
  };
}
