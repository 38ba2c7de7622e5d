// Arrays of one dimension as PostgreSQL takes them in its binary format (array_recv in its source: a head of 32-bit numbers, then each
// element behind its length). As text each element would be quoted here and read character by character there.
import type { Batched, ColumnType } from "../sql.ts";

/** Of the element's type, in PostgreSQL's catalogue. */
const OIDS: Readonly<Record<ColumnType, number>> = { bool: 16, int: 20, text: 25, float: 701 };
/** Dimensions, whether there are nulls, the element's type, how many, the first one's index. */
const HEAD = 5 * 4;
const NULL = -1;
const HIGH = 2 ** 32;

/** @throws RangeError for an int that is none, or beyond 2^53 */
export function encodeArray({ type, values }: Batched): Buffer {
  if (values.length === 0) return head(Buffer.allocUnsafe(3 * 4), type, 0, false);
  return type === "text" ? encodeTexts(values) : encodeNumbers(values, type);
}

function head(into: Buffer, type: ColumnType, length: number, nulls: boolean): Buffer {
  into.writeInt32BE(length === 0 ? 0 : 1, 0);
  into.writeInt32BE(nulls ? 1 : 0, 4);
  into.writeInt32BE(OIDS[type], 8);
  if (length === 0) return into;
  into.writeInt32BE(length, 12);
  into.writeInt32BE(1, 16);
  return into;
}

function encodeTexts(values: readonly unknown[]): Buffer {
  const texts = values.map(plain);
  let most = HEAD;
  // A unit of UTF-16 is three bytes of UTF-8 at most.
  for (const text of texts) most += 4 + (text === null ? 0 : text.length * 3);
  const into = Buffer.allocUnsafe(most);
  let at = HEAD;
  let nulls = false;
  for (const text of texts) {
    const length = text === null ? NULL : into.write(text, at + 4, "utf8");
    at = into.writeInt32BE(length, at) + Math.max(0, length);
    nulls ||= text === null;
  }
  return head(into, "text", values.length, nulls).subarray(0, at);
}

/** PostgreSQL keeps no NUL in a text. */
function plain(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === "string" ? value : `${value as number | boolean}`;
  return text.includes("\0") ? text.replaceAll("\0", "\uFFFD") : text;
}

function encodeNumbers(values: readonly unknown[], type: Exclude<ColumnType, "text">): Buffer {
  const size = type === "bool" ? 1 : 8;
  const into = Buffer.allocUnsafe(HEAD + values.length * (4 + size));
  let at = HEAD;
  let nulls = false;
  for (const value of values) {
    const there = value !== null && value !== undefined;
    nulls ||= !there;
    at = into.writeInt32BE(there ? size : NULL, at);
    if (there) at = writeNumber(into, at, value, type);
  }
  return head(into, type, values.length, nulls).subarray(0, at);
}

function writeNumber(into: Buffer, at: number, value: unknown, type: Exclude<ColumnType, "text">): number {
  if (type === "bool") return into.writeUInt8(value ? 1 : 0, at);
  const number = Number(value);
  if (type === "float") return into.writeDoubleBE(number, at);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value as string} is no whole number below 2^53`);
  const high = Math.floor(number / HIGH);
  return into.writeUInt32BE(number - high * HIGH, into.writeInt32BE(high, at));
}
