// What targets and workers say, cut to size and made fit for every database.
import { RESULT_BYTES } from "./limits.ts";
import { mapTexts } from "./map-texts.ts";
import type { Json } from "./types.ts";

/** The result as JSON text; a longer one becomes a text of its beginning. */
export function bounded(
  result: Json | undefined,
  mask: (text: string) => string = (text) => text,
): { result: string | null; resultTruncated: boolean } {
  if (result === undefined || result === null) return { result: null, resultTruncated: false };
  const text = clean(JSON.stringify(mapTexts(result, mask, mask)));
  if (Buffer.byteLength(text) <= RESULT_BYTES) return { result: text, resultTruncated: false };
  const start = Buffer.from(text)
    .subarray(0, RESULT_BYTES)
    .toString("utf8")
    .replace(/\uFFFD+$/, "");
  return { result: JSON.stringify(start), resultTruncated: true };
}

export const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

/** NUL and lone surrogates, which not every database takes, become the replacement character. */
export const clean = (text: string): string => text.toWellFormed().replaceAll("\u0000", "\uFFFD");
