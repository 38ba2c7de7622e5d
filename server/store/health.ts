// Whether the database takes writes. Knows the failures that are the disk's or the file's and no bug of ours. After one of them
// every write is refused at once, so that nothing starts whose end could not be kept, until a probe has committed again.
import { type StorageCode, StorageError } from "../domain/errors.ts";
import type { StorageHealth, StorageTrouble } from "../domain/ports.ts";

/** SQLite's words, the system's, and what a person can do. The first that fits. */
const KINDS: readonly { readonly sign: RegExp; readonly trouble: StorageTrouble }[] = [
  {
    sign: /SQLITE_(CORRUPT|NOTADB)|database disk image is malformed|file is not a database/,
    trouble: trouble(
      "UNAVAILABLE",
      "The database file is damaged. Stop Cronograph and restore the file from a backup.",
      true,
    ),
  },
  {
    sign: /SQLITE_FULL|SQLITE_IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE|SHMSIZE)|ENOSPC|EDQUOT|EFBIG|database or disk is full/,
    trouble: trouble("STORAGE_FULL", "The disk is full; nothing was changed. Free some space and try again."),
  },
  {
    sign: /SQLITE_(BUSY|LOCKED)|database is locked/,
    trouble: trouble(
      "UNAVAILABLE",
      "Another program holds the database locked; nothing was changed. Close what has the file open and try again.",
    ),
  },
  {
    sign: /SQLITE_(IOERR|READONLY|CANTOPEN|PERM)|EROFS|disk I\/O error|attempt to write a readonly database/,
    trouble: trouble(
      "UNAVAILABLE",
      "The database file cannot be written; nothing was changed. Check its disk, its permissions and its folder.",
    ),
  },
];

function trouble(code: StorageCode, message: string, lasting = false): StorageTrouble {
  return Object.freeze({ code, message, lasting });
}

/** The trouble behind a failure of Prisma or of the driver; undefined for everything else. */
export function troubleOf(error: unknown): StorageTrouble | undefined {
  const said = signs(error).join(" ");
  return KINDS.find(({ sign }) => sign.test(said))?.trouble;
}

/** Prisma wraps the driver's error differently for raw queries, for its own ones, and for COMMIT. */
function signs(error: unknown, depth = 0): string[] {
  if (typeof error !== "object" || error === null || depth > 4) return [];
  const { code, originalCode, cause, meta, driverAdapterError, message, kind } = error as Record<string, unknown>;
  // Of errors only the driver's own words count: others may repeat what a user has written.
  const words =
    depth === 0 && !isDrivers(error) ? [code] : [code, originalCode, kind === "sqlite" ? message : undefined];
  return [
    ...words.filter((word): word is string => typeof word === "string"),
    ...[cause, meta, driverAdapterError].flatMap((inner) => signs(inner, depth + 1)),
  ];
}

const isDrivers = (error: object): boolean => /^(SqliteError|DriverAdapterError)$/.test((error as Error).name);

export class Health implements StorageHealth {
  #trouble: StorageTrouble | null = null;
  readonly #listeners = new Set<(trouble: StorageTrouble | null, cause?: unknown) => void>();

  /** `commit` writes something that needs room; `find` knows the database's failures. */
  constructor(
    private readonly commit: () => Promise<unknown>,
    private readonly find: (error: unknown) => StorageTrouble | undefined = troubleOf,
  ) {}

  get trouble(): StorageTrouble | null {
    return this.#trouble;
  }

  onChange(listener: (trouble: StorageTrouble | null, cause?: unknown) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async probe(): Promise<void> {
    if (this.#trouble === null || this.#trouble.lasting) return;
    try {
      await this.commit();
    } catch (error) {
      if (error instanceof StorageError) return;
      throw error;
    }
    this.#become(null);
  }

  /** @throws StorageError while the database takes no writes */
  refuseWrites(): void {
    if (this.#trouble) throw new StorageError(this.#trouble.code, this.#trouble.message);
  }

  /** What to throw for this failure. A read that finds the file locked says nothing about writes. */
  explained(error: unknown, writing: boolean): unknown {
    const said = error instanceof StorageError ? error : undefined;
    const found = this.find(said ? said.cause : error);
    if (found && (writing || found.lasting) && !this.#trouble?.lasting) this.#become(found, error);
    return said ?? (found ? new StorageError(found.code, found.message, { cause: error }) : error);
  }

  #become(next: StorageTrouble | null, cause?: unknown): void {
    if (next === this.#trouble) return;
    this.#trouble = next;
    for (const listener of this.#listeners) listener(next, cause);
  }
}
