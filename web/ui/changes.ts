// The places within changed fields that differ, as a person reads them: `target › http › url`, before and after.

export interface Change {
  field: string;
  before?: unknown;
  after?: unknown;
}

export interface Difference {
  place: string;
  /** Undefined: there was nothing, or there is nothing any more. */
  before: string | undefined;
  after: string | undefined;
}

const BETWEEN = " › ";

/** A header or a variable is found by its name, other items of a list by their number from 1. */
function keyOf(item: unknown, index: number): string {
  const name = (item as { name?: unknown } | null)?.name;
  return typeof name === "string" ? name : String(index + 1);
}

function* leaves(place: string, value: unknown): Generator<[string, string]> {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    const plain = value.every((item) => typeof item !== "object" || item === null);
    if (plain) yield [place, value.length === 0 ? "none" : value.map(String).join(", ")];
    else for (const [index, item] of value.entries()) yield* leaves(place + BETWEEN + keyOf(item, index), item);
  } else if (typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) yield* leaves(place + BETWEEN + key, inner);
  } else yield [place, typeof value === "string" ? value : JSON.stringify(value)];
}

/** `*** ` before and after: what changed is not told. */
export function differences(changes: readonly Change[]): Difference[] {
  return changes.flatMap(({ field, before, after }) => {
    const [old, now] = [new Map(leaves(field, before)), new Map(leaves(field, after))];
    const places = [...new Set([...old.keys(), ...now.keys()])];
    const found = places
      .map((place) => ({ place, before: old.get(place), after: now.get(place) }))
      .filter((each) => each.before !== each.after);
    if (found.length > 0) return found;
    return places
      .filter((place) => now.get(place)?.includes("***"))
      .map((place) => ({ place, before: old.get(place), after: now.get(place) }));
  });
}
