// Errors of the domain as the API shows them.
import type { Result } from "../../domain/errors.ts";

/** The generated types want arrays that could be written to. */
export const mutable = <T extends { field: readonly string[] | null }>(error: T) => ({
  ...error,
  field: error.field === null ? null : [...error.field],
});

export const userErrors = (result: Result<unknown>) => (result.ok ? [] : result.errors.map(mutable));
