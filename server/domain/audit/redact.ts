// Keeps credentials out of what is written down for a long time: a text under a name that says so, unless it only names a secret, and
// a password in an address. What was taken out is put back from the present definition when a task is set back. Pure.
import { mapTexts } from "../map-texts.ts";
import type { Json } from "../types.ts";

export const STARS = "***";

/** Names of fields, headers and variables whose values are credentials. */
const TELLING =
  /^(?:.*[-_.\s])?(?:authorization|cookie|set-cookie|credentials?|pass|passwd|password|passphrase|pwd|secrets?|tokens?|api[-_]?keys?|private[-_]?keys?|access[-_]?keys?|signing[-_]?keys?|session[-_]?ids?|jwt|bearer)$/i;
/** `clientSecret` as `client-secret`. */
const words = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, "$1-$2");
const tells = (name: string): boolean => TELLING.test(words(name));

const NAMES_SECRET = /\{\{\s*secrets\.[A-Za-z0-9_]+\s*\}\}/g;
/** What is left beside the names of secrets is a word that says how to read them: `Bearer {{ secrets.TOKEN }}`. */
export const namesSecretsOnly = (text: string): boolean => {
  const rest = text.replace(NAMES_SECRET, "");
  return rest !== text && /^\s*(?:basic|bearer|token|apikey|key)?[\s:=]*$/i.test(rest);
};
/** A name of a secret may have spaces in it. */
const USERINFO = /^([a-z][a-z0-9+.-]*:\/\/)(?:\{\{[^{}]*\}\}|[^/?#@\s:])*:(?:\{\{[^{}]*\}\}|[^/?#@\s])*@/i;
const IN_QUERY = /([?&]([^=&#\s]+)=)((?:\{\{[^{}]*\}\}|[^&#\s])+)/g;

function cleanText(text: string): string {
  const json = /^\s*[[{]/.test(text) ? parsed(text) : undefined;
  if (json !== undefined) {
    const clean = redact(json);
    return isRedacted(clean) && !isRedacted(json) ? JSON.stringify(clean) : text;
  }
  return text
    .replace(USERINFO, (found, scheme: string) =>
      namesSecretsOnly(found.slice(scheme.length, -1)) ? found : `${scheme}${STARS}@`,
    )
    .replace(IN_QUERY, (found, head: string, name: string, value: string) =>
      tells(name) && !namesSecretsOnly(decoded(value)) ? `${head}${STARS}` : found,
    );
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A number of tokens is no token. */
const hidden = (name: string, value: Json): Json =>
  typeof value === "number" && !/tokens$/i.test(name)
    ? STARS
    : mapTexts(value, (text) => (text === "" || namesSecretsOnly(text) ? text : STARS));

/** Whether it is a header or a variable: its value is told by the name beside it. */
const isPair = (value: { readonly [key: string]: Json }): value is { name: string; value: string } =>
  typeof value.name === "string" && typeof value.value === "string";

/** A request's target names its signing secret. */
const onlyNamed = (key: string, value: { readonly [key: string]: Json }): boolean =>
  key === "signingSecret" && "url" in value && "method" in value;

export function redact(value: Json): Json {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== "object" || value === null) return value;
  if (isPair(value) && tells(value.name)) return { ...value, value: hidden(value.name, value.value) };
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      tells(key) && inner !== null && !onlyNamed(key, value) ? hidden(key, inner) : redact(inner),
    ]),
  );
}

export const isRedacted = (value: Json): boolean => JSON.stringify(value).includes(STARS);

/**
 * `kept` with what `redact` took out put back from `present`, where that is the same but for it. Undefined: it is not there any more.
 * A text that had stars of its own stays as it is.
 */
export function restored(kept: Json, present: Json | undefined): Json | undefined {
  if (!isRedacted(kept)) return kept;
  if (present === undefined) return undefined;
  if (typeof kept === "string") {
    if (kept === STARS || redact(present) === kept) return present;
    return undefined;
  }
  if (typeof kept !== "object" || kept === null) return kept;
  if (Array.isArray(kept)) return restoredList(kept, Array.isArray(present) ? present : []);
  const known = typeof present === "object" && present !== null && !Array.isArray(present) ? present : {};
  const entries = Object.entries(kept).map(([key, inner]) => [key, restored(inner, known[key])] as const);
  if (entries.some(([, inner]) => inner === undefined)) return undefined;
  return Object.fromEntries(entries) as Json;
}

/** Headers and variables are found by their names, other items by their places. */
function restoredList(kept: readonly Json[], present: readonly Json[]): Json | undefined {
  const nameOf = (item: Json | undefined) =>
    typeof item === "object" && item !== null && !Array.isArray(item) && isPair(item) ? item.name : undefined;
  const items = kept.map((item, index) => {
    const name = nameOf(item);
    return restored(item, name === undefined ? present[index] : present.find((each) => nameOf(each) === name));
  });
  return items.includes(undefined) ? undefined : (items as Json);
}
