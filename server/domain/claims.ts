// What a provider says about somebody, and what is given for it. Pure.

export type Claims = Readonly<Record<string, unknown>>;

/** A value of a claim, and what whoever has it is given. */
export interface ClaimRule<T> {
  readonly value: string;
  readonly gives: T;
}

/** `admins=ADMIN,cn=devs,ou=groups=EDITOR`: a value goes up to the last `=`, so it may be a distinguished name. Null: not of this form. */
export function parseRules<T extends string>(text: string, words: readonly T[]): ClaimRule<T>[] | null {
  const rule = new RegExp(`\\s*(\\S(?:.*?\\S)??)=(${words.join("|")})\\s*(?:,|$)`, "gsy");
  const rules: ClaimRule<T>[] = [];
  let end = 0;
  for (const [whole, value, gives] of text.matchAll(rule)) {
    rules.push({ value: value as string, gives: gives as T });
    end += whole.length;
  }
  return rules.length > 0 && end === text.length ? rules : null;
}

/** Lists of words in one text (RFC 8693 §4.2). Any other text is one value: a group may have a space in its name. */
const LISTS = new Set(["scope", "scp"]);

/** Texts under the claim's whole name, which may have dots, or else where its dots lead to. */
export function claimValues(claims: Claims, name: string): string[] {
  const found = own(claims, name) ?? name.split(".").reduce<unknown>((inner, part) => own(inner, part), claims);
  if (typeof found === "string") return LISTS.has(name) ? found.split(" ") : [found];
  return Array.isArray(found) ? found.filter((value): value is string => typeof value === "string") : [];
}

const own = (from: unknown, name: string): unknown =>
  typeof from === "object" && from !== null && Object.hasOwn(from, name)
    ? (from as Record<string, unknown>)[name]
    : undefined;

/** What the rules give for the claims, in the rules' order. */
export function given<T>(claims: Claims, name: string, rules: readonly ClaimRule<T>[]): T[] {
  const values = new Set(claimValues(claims, name));
  return rules.filter(({ value }) => values.has(value)).map(({ gives }) => gives);
}
