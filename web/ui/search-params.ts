// The state of a page in its address, short enough to read: `?state=FAILED,MISSED&late=true`.
// Lists are written with commas; what is empty is left out; what is unknown is ignored.

export type Raw = Record<string, unknown>;

export function parseSearch(search: string): Raw {
  return Object.fromEntries(new URLSearchParams(search));
}

export function stringifySearch(search: Raw): string {
  const parts = Object.entries(search)
    .filter(
      ([, value]) =>
        value !== undefined && value !== "" && value !== false && !(Array.isArray(value) && value.length === 0),
    )
    .map(
      ([key, value]) =>
        `${key}=${encodeURIComponent(Array.isArray(value) ? value.join(",") : String(value)).replaceAll("%2C", ",")}`,
    );
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

export function text(raw: unknown): string | undefined {
  return typeof raw === "string" && raw !== "" ? raw : undefined;
}

export function flag(raw: unknown): true | undefined {
  return raw === true || raw === "true" || undefined;
}

/** One of `allowed`. */
export function oneOf<T extends string>(raw: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((each) => each === raw);
}

/** Those of `allowed` that are named. */
export function someOf<T extends string>(raw: unknown, allowed: readonly T[]): T[] | undefined {
  const named = Array.isArray(raw) ? raw : typeof raw === "string" ? raw.split(",") : [];
  const known = allowed.filter((each) => named.includes(each));
  return known.length > 0 ? known : undefined;
}
