// The file of a backup of PostgreSQL: gzip'd lines of JSON. A head that says what follows, then for each table its name and its rows as
// texts, then an end with the counts and the SHA-256 of all before it. Written under another name until it is whole.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { StartupError } from "../../domain/errors.ts";
import type { Table, Texts } from "./tables.ts";

export interface Head {
  readonly format: "cronograph-dump-1";
  readonly version: string;
  /** ISO 8601, by this machine's clock. */
  readonly takenAt: string;
  /** Names of the migrations that the database had, oldest first. */
  readonly migrations: readonly string[];
  readonly tables: readonly Table[];
}

interface End {
  readonly rows: Readonly<Record<string, number>>;
  readonly sha256: string;
}

export const FORMAT = "cronograph-dump-1";
const NEWLINE = 10;
const IN_ONE_WRITE = 1 << 16;

export class DumpWriter {
  readonly #hash = createHash("sha256");
  readonly #gzip = createGzip({ level: 5 });
  readonly #written: Promise<void>;
  readonly #rows: Record<string, number> = {};
  #table = "";
  #waiting: string[] = [];
  #size = 0;

  constructor(path: string) {
    this.#written = pipeline(this.#gzip, createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }));
    // Told by whoever waits for the end.
    this.#written.catch(() => {});
  }

  head(head: Head): Promise<void> {
    return this.#line(head);
  }

  table(name: string): Promise<void> {
    this.#table = name;
    this.#rows[name] = 0;
    return this.#line({ table: name });
  }

  async rows(rows: readonly Texts[]): Promise<void> {
    this.#rows[this.#table] = (this.#rows[this.#table] as number) + rows.length;
    for (const row of rows) await this.#line(row);
  }

  async end(): Promise<void> {
    await this.#flush();
    await this.#line({ rows: this.#rows, sha256: this.#hash.digest("hex") } satisfies End, false);
    await this.#flush(false);
    this.#gzip.end();
    await this.#written;
  }

  async abandon(): Promise<void> {
    this.#gzip.destroy();
    await this.#written.catch(() => {});
  }

  async #line(value: unknown, hashed = true): Promise<void> {
    const text = `${JSON.stringify(value)}\n`;
    this.#waiting.push(text);
    this.#size += text.length;
    if (this.#size >= IN_ONE_WRITE) await this.#flush(hashed);
  }

  async #flush(hashed = true): Promise<void> {
    const bytes = Buffer.from(this.#waiting.join(""));
    this.#waiting = [];
    this.#size = 0;
    if (hashed) this.#hash.update(bytes);
    if (this.#gzip.write(bytes)) return;
    // A disk that is full ends the pipeline, and then nothing drains.
    await Promise.race([once(this.#gzip, "drain"), this.#written]);
  }
}

export interface DumpReader {
  head(head: Head): Promise<void> | void;
  row(table: Table, row: Texts): Promise<void> | void;
}

/** Reads all of it. @throws StartupError when it is not exactly what was written */
export async function readDump(
  path: string,
  reader: DumpReader,
): Promise<{ head: Head; rows: Record<string, number> }> {
  const damaged = (why: string) => new StartupError(`${path} is damaged or no backup of Cronograph: ${why}.`);
  const hash = createHash("sha256");
  const rows: Record<string, number> = {};
  let head: Head | undefined;
  let table: Table | undefined;
  let end: End | undefined;
  try {
    for await (const line of lines(path)) {
      if (end) throw damaged("something follows its end");
      const value = JSON.parse(line.toString("utf8")) as Texts | { table?: string } | Head | End;
      if (!head) {
        head = value as Head;
        if (head.format !== FORMAT) throw damaged("its format is not known; a newer version may read it");
        await reader.head(head);
      } else if (Array.isArray(value)) {
        if (value.length !== table?.columns.length) throw damaged("a row has too many values or too few");
        rows[table.name] = (rows[table.name] as number) + 1;
        await reader.row(table, value as Texts);
      } else if ("sha256" in value) {
        end = value;
        continue;
      } else {
        const { table: name } = value as { table: string };
        table = head.tables.find((each) => each.name === name);
        if (!table || name in rows) throw damaged(`the table ${name} is not where it belongs`);
        rows[name] = 0;
      }
      hash.update(line).update("\n");
    }
  } catch (error) {
    if (error instanceof SyntaxError || /^(Z_|ERR_BUFFER)/.test((error as { code?: string }).code ?? ""))
      throw damaged((error as Error).message);
    throw error;
  }
  if (!head || !end) throw damaged("it has no end");
  if (hash.digest("hex") !== end.sha256) throw damaged("its contents do not have the SHA-256 that it names");
  if (JSON.stringify(rows) !== JSON.stringify(end.rows) || head.tables.some(({ name }) => !(name in rows)))
    throw damaged("its tables do not have the rows that it names");
  return { head, rows };
}

/** Split at newlines only: texts may have other separators of lines as they are. */
async function* lines(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  file.on("error", (error) => gunzip.destroy(error));
  file.pipe(gunzip);
  let rest: Buffer[] = [];
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
        const piece = chunk.subarray(from, at);
        yield rest.length > 0 ? Buffer.concat([...rest, piece]) : piece;
        rest = [];
        from = at + 1;
      }
      if (from < chunk.length) rest.push(chunk.subarray(from));
    }
    if (rest.length > 0) yield Buffer.concat(rest);
  } finally {
    file.destroy();
    gunzip.destroy();
  }
}
