// CSV (RFC 4180) that a spreadsheet takes for text: whatever a cell says, it is no formula.
import { once } from "node:events";
import type { Response } from "express";

/** What spreadsheets begin a formula with, also behind white space that they leave out. (OWASP, "CSV Injection") */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

export type Cell = string | number | boolean | null;

/** Numbers are numbers: a minus of theirs harms nobody. */
export function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const text = FORMULA.test(value.replaceAll("\0", "")) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}

export const line = (cells: readonly Cell[]): string => `${cells.map(cell).join(",")}\r\n`;

/** Row by row as they come, no faster than they are read. Answers when all is sent or the reader has gone. */
export async function sendCsv(
  response: Response,
  name: string,
  columns: readonly string[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
): Promise<void> {
  response.set({
    "Content-Type": "text/csv; charset=utf-8; header=present",
    "Content-Disposition": `attachment; filename="${name}.csv"`,
    "Cache-Control": "no-store",
  });
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const send = async (text: string) => {
    if (!response.write(text)) await once(response, "drain", { signal: gone.signal }).catch(() => {});
  };
  await send(line(columns));
  for await (const rows of pages) {
    if (gone.signal.aborted) return;
    await send(rows.map(line).join(""));
  }
  response.end();
}
