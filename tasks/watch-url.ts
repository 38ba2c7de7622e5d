// Fetches a web page, feed or file and tells whether it changed since the last run, and what.
// It remembers the newest answer in a state folder and asks with ETag and Last-Modified, so that an unchanged page costs
// little. All attempts of one run compare with the same earlier answer. It can also warn before a TLS certificate runs
// out. Never stores a part of an answer, never follows a page's links, and goes only where the operator lets requests go.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { defineTask, type TaskContext } from "cronograph/task";
import { Agent, fetch, type Response } from "undici";
import { z } from "zod";
import { readCertificate } from "./_shared/certificate.ts";
import { formatBytes, formatCount, writeAtomic } from "./_shared/files.ts";
import { compareLines, linesOf, regexpSchema } from "./_shared/lines.ts";
import { payloadSchema, readPayload } from "./_shared/payload.ts";

const SHOWN_LINES = 5;
const SHOWN_CHARACTERS = 300;
const EXAMPLE = {
  url: "https://example.com/news.xml",
  headers: { "accept-language": "en" },
  expectStatus: 200,
  timeoutSeconds: 30,
  maxBytes: 2_000_000,
  ignore: ["^Generated at "],
  stateDir: "data/watch-url",
  tlsDaysLeft: 14,
  ca: "/etc/ssl/home-ca.pem",
  failOnChange: false,
};

const status = z.number().int().min(100).max(599);
const schema = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: "expected an http: or https: address" })
    .max(2_048)
    .refine((text) => !/^\w+:\/\/[^/]*@/.test(text), "expected an address without a password; use `headers`")
    .meta({ title: "Address", description: "http: or https:, of a page, feed or file." }),
  headers: z
    .record(z.string().max(200), z.string().max(4_096))
    .default({})
    .meta({ title: "Headers", description: "Sent with the request." }),
  expectStatus: z
    .union([status, z.array(status).min(1).max(50)])
    .optional()
    .meta({ title: "Expected status", description: "200 to 299 when left out; or a list of codes." }),
  timeoutSeconds: z.number().positive().max(3_600).default(30).meta({ title: "Longest wait, in seconds" }),
  maxBytes: z
    .number()
    .int()
    .min(1)
    .max(50_000_000)
    .default(2_000_000)
    .meta({ title: "Largest answer, in bytes", description: "A longer one fails the run." }),
  ignore: z
    .array(regexpSchema)
    .max(20)
    .default([])
    .meta({ title: "Lines to ignore", description: "Regular expressions: lines that match are not compared." }),
  stateDir: z
    .string()
    .min(1)
    .default("data/watch-url")
    .meta({ title: "State folder", description: "Where the newest answer is remembered." }),
  tlsDaysLeft: z.number().min(0).max(3_650).optional().meta({
    title: "Days left of the certificate",
    description: "For https: fails with fewer days left, and warns within twice as many.",
  }),
  ca: z.string().min(1).optional().meta({
    title: "Certificate authority",
    description: "A file with the certificate of a private authority to trust for this address.",
  }),
  failOnChange: z
    .boolean()
    .default(false)
    .meta({ title: "Fail on a change", description: "Fails the run when something changed, so that it is seen." }),
});
type Payload = z.infer<typeof schema>;

const answerSchema = z.object({
  runId: z.string(),
  at: z.string(),
  status: z.number(),
  bytes: z.number(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  sha256: z.string(),
  /** Null when the answer is not text. */
  text: z.string().nullable(),
});
const stateSchema = z.object({ url: z.string(), current: answerSchema, previous: answerSchema.nullable() });
type Answer = z.infer<typeof answerSchema>;

export interface WatchResult {
  readonly changed: boolean;
  /** True when there was nothing to compare with. */
  readonly first: boolean;
  readonly summary: string;
  readonly status: number;
  readonly bytes: number;
  readonly linesAdded: number;
  readonly linesRemoved: number;
  readonly certificateDaysLeft: number | null;
}

export default defineTask({
  description: "Fetches a web page, feed or file and tells whether it changed since the last run, and what.",
  payload: payloadSchema(schema, EXAMPLE),
  run: watchUrl,
});

async function watchUrl(input: unknown, context: TaskContext): Promise<WatchResult> {
  const payload = readPayload(schema, input, EXAMPLE);
  const certificateDaysLeft = await checkCertificate(payload, context);
  const stateFile = stateFileOf(payload, context);
  const state = await readState(stateFile, context);
  const before = state && state.current.runId === context.run.id ? (state.previous ?? undefined) : state?.current;

  const after = await ask(payload, before, context);
  if (after !== state?.current)
    await writeAtomic(stateFile, JSON.stringify({ url: payload.url, current: after, previous: before ?? null }));
  const found = compare(before, after, payload, context);
  context.log(found.summary);
  if (found.changed && payload.failOnChange) throw new Error(`${payload.url} changed: ${found.summary}`);
  return { ...found, status: after.status, bytes: after.bytes, certificateDaysLeft };
}

async function checkCertificate(payload: Payload, { signal, log, connector }: TaskContext): Promise<number | null> {
  const { url, tlsDaysLeft, timeoutSeconds } = payload;
  const address = new URL(url);
  if (tlsDaysLeft === undefined || address.protocol !== "https:") return null;
  const { subject, validTo, daysLeft } = await readCertificate(address, connector, limit(signal, timeoutSeconds)).catch(
    (error: unknown) => {
      throw explain(error, payload, signal);
    },
  );
  const text = `The certificate of ${subject} at ${address.host} ${daysLeft < 0 ? "ran out" : "runs out"} on ${validTo.slice(0, 10)} (${daysLeft} days left).`;
  if (daysLeft < tlsDaysLeft) throw new Error(`${text} Renew it: at least ${tlsDaysLeft} days were asked for.`);
  if (daysLeft < 2 * tlsDaysLeft) log.warn(text);
  else log(text);
  return daysLeft;
}

/** One state file for each task and address. */
function stateFileOf({ stateDir, url }: Payload, { run }: TaskContext): string {
  const host = new URL(url).hostname.replace(/[^a-z0-9.-]/gi, "").slice(0, 60);
  const key = createHash("sha256").update(`${run.taskId}\n${url}`).digest("hex").slice(0, 16);
  return join(resolve(stateDir), `${host}-${key}.json`);
}

async function readState(file: string, { log }: TaskContext): Promise<z.infer<typeof stateSchema> | undefined> {
  try {
    return stateSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT")
      log.warn(`The remembered answer cannot be read and is left aside: ${(error as Error).message}`);
    return undefined;
  }
}

/** The answer of now; `before` itself when the server says that nothing changed. */
async function ask(payload: Payload, before: Answer | undefined, context: TaskContext): Promise<Answer> {
  const signal = limit(context.signal, payload.timeoutSeconds);
  const agent = new Agent({
    connect: context.connector(payload.ca === undefined ? {} : { ca: await readFile(resolve(payload.ca), "utf8") }),
  });
  try {
    const headers = new Headers({ "user-agent": "Cronograph watch-url", ...payload.headers });
    if (before?.etag) headers.set("if-none-match", before.etag);
    if (before?.lastModified) headers.set("if-modified-since", before.lastModified);
    const response = await fetch(payload.url, { headers: Object.fromEntries(headers), signal, dispatcher: agent });
    if (response.status === 304 && before) return before;
    expectStatus(response, payload);
    const body = await readBody(response, payload);
    return {
      runId: context.run.id,
      at: new Date().toISOString(),
      status: response.status,
      bytes: body.length,
      etag: response.headers.get("etag"),
      lastModified: response.headers.get("last-modified"),
      sha256: createHash("sha256").update(body).digest("hex"),
      text: textOf(body),
    };
  } catch (error) {
    throw explain(error, payload, context.signal);
  } finally {
    await agent.destroy();
  }
}

function limit(signal: AbortSignal, seconds: number): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(seconds * 1_000)]);
}

function expectStatus(response: Response, { url, expectStatus: wanted }: Payload): void {
  const good = wanted === undefined ? response.ok : [wanted].flat().includes(response.status);
  const list = wanted === undefined ? "200 to 299" : [wanted].flat().join(" or ");
  if (!good)
    throw new Error(`${`${url} answered ${response.status} ${response.statusText}`.trimEnd()}; expected ${list}.`);
}

async function readBody(response: Response, { url, maxBytes }: Payload): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += (chunk as Uint8Array).length;
    if (bytes > maxBytes)
      throw new Error(`${url} answered more than ${formatBytes(maxBytes)}; raise \`maxBytes\` if that is right.`);
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

function textOf(body: Buffer): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

/** The reason of a failed request in words; the run's own abort is passed on as it is. */
function explain(error: unknown, { url, timeoutSeconds }: Payload, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if ((error as Error).name === "TimeoutError")
    return new Error(`${url} did not answer within ${timeoutSeconds} seconds.`);
  // fetch wraps the reason in a TypeError; a socket gives it as it is, with a code.
  const cause = (error instanceof TypeError ? error.cause : error) as NodeJS.ErrnoException | undefined;
  if (!cause || (cause === error && typeof cause.code !== "string")) return error;
  return new Error(
    `${url} cannot be reached: ${(cause.message || cause.code || "no reason was given").replace(/\.?$/, ".")}`,
    { cause },
  );
}

type Found = Pick<WatchResult, "changed" | "first" | "summary" | "linesAdded" | "linesRemoved">;

function compare(before: Answer | undefined, after: Answer, { ignore }: Payload, { log }: TaskContext): Found {
  const seen = `${after.status}, ${formatBytes(after.bytes)}`;
  const same: Found = { changed: false, first: false, summary: `Unchanged: ${seen}.`, linesAdded: 0, linesRemoved: 0 };
  if (!before) return { ...same, first: true, summary: `First look: ${seen}; remembered for next time.` };
  if (before.status !== after.status) log.warn(`The status was ${before.status} and is now ${after.status}.`);
  if (before.sha256 === after.sha256) return same;
  if (before.text === null || after.text === null) {
    return { ...same, changed: true, summary: `Changed: ${seen}, before ${formatBytes(before.bytes)}.` };
  }
  const { added, removed, onlyMoved } = compareLines(linesOf(before.text, ignore), linesOf(after.text, ignore));
  if (added.length + removed.length === 0 && !onlyMoved)
    return { ...same, summary: `Unchanged but for lines that are ignored: ${seen}.` };
  for (const line of removed.slice(0, SHOWN_LINES)) log(`− ${line.slice(0, SHOWN_CHARACTERS)}`);
  for (const line of added.slice(0, SHOWN_LINES)) log(`+ ${line.slice(0, SHOWN_CHARACTERS)}`);
  const what = onlyMoved
    ? "the same lines in another order"
    : `${formatCount(added.length, "line")} added, ${removed.length} removed`;
  return {
    changed: true,
    first: false,
    summary: `Changed: ${what}; ${seen}.`,
    linesAdded: added.length,
    linesRemoved: removed.length,
  };
}
