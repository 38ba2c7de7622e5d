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

/** A header or a variable, which is found by its name; other items of a list are by their number from 1. */
function pairOf(item: unknown): { name: string; value: unknown } | undefined {
  const pair = item as { name?: unknown; value?: unknown } | null;
  return typeof pair?.name === "string" && "value" in pair ? { name: pair.name, value: pair.value } : undefined;
}

function* leaves(place: string, value: unknown): Generator<[string, string]> {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    const plain = value.every((item) => typeof item !== "object" || item === null);
    if (plain) yield [place, value.length === 0 ? "none" : value.map(String).join(", ")];
    else
      for (const [index, item] of value.entries()) {
        const pair = pairOf(item);
        yield* leaves(place + BETWEEN + (pair?.name ?? String(index + 1)), pair ? pair.value : item);
      }
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
