// Writes a report about the runs of the past week: how many succeeded, how long they took, what failed last.
// It asks Cronograph's own GraphQL API, as any other program would, and writes a Markdown and an HTML file. The period
// ends at the instant that the schedule names, so that every attempt writes the same report. Never changes anything
// through the API.

import { join, resolve } from "node:path";
import type { TaskContext } from "cronograph/task";
import { Agent, fetch } from "undici";
import { z } from "zod";
import { writeAtomic } from "../_shared/files.ts";
import { readPayload } from "../_shared/payload.ts";
import { formatMs, type ReportRun, summarize, toHtml, toMarkdown } from "../_shared/run-report.ts";

const PAGE = 100;
const REQUEST_TIMEOUT_MS = 30_000;
const EXAMPLE = {
  api: "http://127.0.0.1:4000/graphql",
  folder: "data/reports",
  hours: 168,
  title: "Last week",
  file: "weekly-{date}",
  maxRuns: 5_000,
  headers: { authorization: "Bearer …" },
};

const schema = z.strictObject({
  api: z.url({ protocol: /^https?$/, error: "expected an http: or https: address" }),
  folder: z.string().min(1),
  /** The length of the period. */
  hours: z.number().positive().max(8_784).default(168),
  title: z.string().min(1).max(200).default("Runs of the past week"),
  /** The files' name without extension; `{date}` becomes the last day of the period. */
  file: z
    .string()
    .regex(/^[\w{}.-]{1,100}$/, "expected 1 to 100 letters, digits, `.`, `_`, `-` or `{date}`")
    .default("report-{date}"),
  /** Only the newest so many runs are looked at. */
  maxRuns: z.number().int().min(1).max(100_000).default(5_000),
  headers: z.record(z.string().max(200), z.string().max(4_096)).default({}),
});
type Payload = z.infer<typeof schema>;

/** What the module asks the API. */
export const QUERY = `query WeeklyReport($from: DateTime!, $to: DateTime!, $first: Int!, $after: Cursor) {
  runs(
    filter: { scheduledFrom: $from, scheduledBefore: $to, state: [SUCCEEDED, FAILED, CANCELLED, SKIPPED, MISSED] }
    orderBy: { field: SCHEDULED_FOR, direction: DESC }
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { state scheduledFor latenessMs durationMs attempt error { message } task { name } }
  }
}`;

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReportRun[];
}

export default async function weeklyReport(input: unknown, context: TaskContext) {
  const payload = readPayload(schema, input, EXAMPLE);
  const to = context.run.scheduledFor;
  const from = new Date(Date.parse(to) - payload.hours * 3_600_000).toISOString();
  const agent = new Agent({ connect: context.connector() });
  const { runs, total } = await collect(payload, from, to, context, agent).finally(() => agent.destroy());
  const note = runs.length < total ? `Only the newest ${runs.length} runs were looked at.` : null;
  const report = summarize(runs, { title: payload.title, from, to, note });

  const base = join(resolve(payload.folder), payload.file.replace("{date}", to.slice(0, 10)));
  const files = [`${base}.md`, `${base}.html`];
  await writeAtomic(`${base}.md`, toMarkdown(report));
  await writeAtomic(`${base}.html`, toHtml(report));
  for (const task of report.tasks.slice(0, 20)) {
    const line = `${task.name}: ${task.succeeded} succeeded, ${task.failed} failed, ${task.other} other; median ${formatMs(task.medianMs)}`;
    if (task.failed > 0) context.log.warn(line);
    else context.log(line);
  }
  context.progress(1, "done");
  return { files, runs: report.runs, tasks: report.tasks.length, successRate: report.successRate };
}

async function collect(
  payload: Payload,
  from: string,
  to: string,
  context: TaskContext,
  agent: Agent,
): Promise<{ runs: ReportRun[]; total: number }> {
  const runs: ReportRun[] = [];
  let after: string | null = null;
  let total = 0;
  do {
    const page: Page = await ask(
      payload,
      { from, to, first: Math.min(PAGE, payload.maxRuns - runs.length), after },
      context.signal,
      agent,
    );
    runs.push(...page.nodes);
    total = page.totalCount;
    context.progress(
      Math.min(0.95, runs.length / Math.max(1, Math.min(total, payload.maxRuns))),
      `${runs.length} runs read`,
    );
    after = page.pageInfo.hasNextPage && page.nodes.length > 0 ? page.pageInfo.endCursor : null;
  } while (after !== null && runs.length < payload.maxRuns);
  return { runs, total };
}

async function ask({ api, headers }: Payload, variables: object, signal: AbortSignal, agent: Agent): Promise<Page> {
  const response = await fetch(api, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json",
      ...headers,
    },
    body: JSON.stringify({ query: QUERY, variables }),
    dispatcher: agent,
    signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]),
  }).catch((error: unknown) => {
    if (signal.aborted) throw signal.reason;
    const cause = (error as { cause?: { message?: string } }).cause?.message;
    throw new Error(
      `The API at ${api} cannot be reached: ${(cause || (error as Error).message).replace(/\.?$/, ".")}`,
      { cause: error },
    );
  });
  const text = await response.text();
  let answer: { data?: { runs?: Page } | null; errors?: { message: string }[] };
  try {
    answer = JSON.parse(text);
  } catch {
    throw new Error(`${api} answered ${response.status} with something that is no JSON: ${text.slice(0, 200)}`);
  }
  if (!answer.data?.runs || answer.errors) {
    throw new Error(
      `The API at ${api} refused the query: ${answer.errors?.map(({ message }) => message).join(" ") || response.status}`,
    );
  }
  return answer.data.runs;
}
