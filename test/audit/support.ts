// What the tests of the audit share: entries as the API tells them.
import { ask, type By, OWNER, told } from "../access/support.ts";

export const ENTRY = `id at action outcome errorCode address userAgent transport version changeId undoes idempotencyKey omitted
  actor { kind id name user { name } } subject { kind id name } changes { field before after }`;

export const owner: By = { token: OWNER };

// biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely, and a wrong reading fails it
export async function entries(url: string, filter: object = {}, by: By = owner): Promise<any[]> {
  const text = `query($filter: AuditFilter) { auditEntries(filter: $filter, first: 100) { nodes { ${ENTRY} } } }`;
  return (await told(url, by, text, { filter })).auditEntries.nodes;
}

const capital = (name: string) => name[0]?.toUpperCase() + name.slice(1);

/** The payload of a mutation, whatever it says. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export async function mutate(url: string, by: By, name: string, input: object, selection = "__typename"): Promise<any> {
  const text = `mutation($input: ${capital(name)}Input!) { ${name}(input: $input) { ${selection} userErrors { code field message } } }`;
  const answer = await ask(url, by, text, { input });
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return (answer.data as Record<string, unknown>)[name];
}

export const aTask = (name: string, more: object = {}) => ({
  name,
  schedule: { once: { at: "2099-01-01T00:00:00Z" } },
  target: { module: { name: "echo" } },
  ...more,
});

export const changed = (entry: { changes: { field: string; before: unknown; after: unknown }[] }) =>
  Object.fromEntries(entry.changes.map(({ field, before, after }) => [field, [before, after]]));
