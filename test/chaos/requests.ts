// What became of a change that a client asked for: done, refused, never sent, or unknown because no answer came.
import { query } from "../support/client.ts";

// biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely, and a wrong reading fails it
export type Outcome<T = any> =
  | { readonly kind: "ok"; readonly payload: T }
  | { readonly kind: "refused"; readonly codes: readonly string[] }
  | { readonly kind: "unsent" }
  | { readonly kind: "unknown" };

/** What a server in trouble refuses with; any other refusal that was not expected is a fault of the rig. */
const IN_TROUBLE = ["STORAGE_FULL", "UNAVAILABLE"];

/**
 * One mutation of one input. `expected`: codes that may refuse it.
 * @throws Error when the rig has asked for something that is never granted
 */
export async function change(
  url: string,
  name: string,
  fields: string,
  input: object,
  expected: readonly string[] = [],
): Promise<Outcome> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const text = `mutation ($input: ${type}) { ${name}(input: $input) { ${fields} userErrors { code message } } }`;
  let answer: Awaited<ReturnType<typeof query>>;
  try {
    answer = await query(url, text, { input });
  } catch (error) {
    const refusedByPort = (error as { cause?: { code?: string } }).cause?.code === "ECONNREFUSED";
    return { kind: refusedByPort ? "unsent" : "unknown" };
  }
  const payload = answer.data?.[name];
  const errors = [
    ...(answer.errors ?? []).map(({ message, extensions }) => ({ message, code: extensions.code })),
    ...(payload?.userErrors ?? []),
  ] as { code: string; message: string }[];
  const odd = errors.filter(({ code }) => ![...IN_TROUBLE, ...expected].includes(code));
  if (odd.length > 0)
    throw new Error(`The rig's own ${name} was refused: ${JSON.stringify(odd)} ${JSON.stringify(input)}`);
  if (errors.some(({ message }) => message.includes("it is not known whether"))) return { kind: "unknown" };
  return errors.length > 0 ? { kind: "refused", codes: errors.map(({ code }) => code) } : { kind: "ok", payload };
}
