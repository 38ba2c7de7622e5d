// Changes the texts of a JSON value, however deep they lie. Pure.
import type { Json } from "./types.ts";

/** Keys of objects stay as they are unless `mapKey` says otherwise. */
export function mapTexts(
  value: Json,
  map: (text: string) => string,
  mapKey: (key: string) => string = (key) => key,
): Json {
  if (typeof value === "string") return map(value);
  if (Array.isArray(value)) return value.map((inner) => mapTexts(inner, map, mapKey));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [mapKey(key), mapTexts(inner as Json, map, mapKey)]),
  );
}
