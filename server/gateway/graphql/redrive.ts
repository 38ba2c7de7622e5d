// Dead letters done again or dismissed: the inputs as the commands take them, and their answers.
import { dismissRuns, redriveRuns } from "../../domain/commands/redrive.ts";
import type { Services } from "./context.ts";
import { userErrors } from "./errors.ts";
import { runQuery } from "./filters.ts";
import type { DismissRunsInput, RedriveRunsInput } from "./generated.ts";

export async function redrivePayload(services: Services, { filter, ...input }: RedriveRunsInput) {
  const result = await redriveRuns(services, { ...input, query: runQuery(filter) });
  if (!result.ok) return { count: null, remaining: null, runs: [], userErrors: userErrors(result) };
  return { ...result.value, runs: [...result.value.runs], userErrors: [] };
}

export async function dismissPayload(services: Services, { filter, ...input }: DismissRunsInput) {
  const result = await dismissRuns(services, { ...input, query: runQuery(filter) });
  return result.ok
    ? { ...result.value, userErrors: [] }
    : { count: null, remaining: null, userErrors: userErrors(result) };
}
