// Gathers the errors of many checks, so that a form shows all of them at once.
import type { Result, UserError } from "../errors.ts";

export class Collector {
  readonly errors: UserError[] = [];

  /** The value, or undefined after keeping the errors. */
  take<T>(result: Result<T>): T | undefined {
    if (result.ok) return result.value;
    this.errors.push(...result.errors);
    return undefined;
  }

  /** `build` runs only when nothing was wrong, so every taken value is there. */
  finish<T>(build: () => T): Result<T> {
    return this.errors.length > 0 ? { ok: false, errors: this.errors } : { ok: true, value: build() };
  }
}
