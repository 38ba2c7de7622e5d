// Tells this process's listeners of every instance's commits, in the order of the log. Its own commits are told from memory while
// they follow on what was told; everything else is read from the table: when a notification says that there is more, and every
// second, because a notification may be lost. States: told through a cursor; reading (one at a time), then told further.
import type pg from "pg";
import type { Clock, Commit } from "../../domain/ports.ts";
import type { Event } from "../../domain/types.ts";
import type { Commits } from "../commits.ts";
import { connect, destroy } from "./access.ts";
import { ANYTHING, type Hint, hintOf, type Told } from "./wire.ts";

const LOOK_EVERY_MS = 1_000;
const PAGE = 1_000;
/** Some of all, told when any run may have new lines. */
const ANY_RUN: ReadonlySet<string> = Object.assign(new Set<string>(), { has: () => true });

export interface FeedOptions {
  readonly commits: Commits;
  readonly clock: Pick<Clock, "after">;
  readonly listening: pg.ClientConfig;
  readonly eventsAfter: (cursor: number, limit: number) => Promise<Event[]>;
  /** Whether the notification is of a commit of this process. */
  readonly isOwn: (processId: number) => boolean;
}

export class Feed {
  #through: number;
  #reading: Promise<void> | undefined;
  #wanted = 0;
  #client: pg.Client | undefined;
  #stopped = false;
  #cancel = () => {};

  constructor(
    private readonly options: FeedOptions,
    head: number,
  ) {
    this.#through = head;
  }

  async start(): Promise<void> {
    await this.#listen();
    this.#again();
  }

  /** A commit of this process, in the order of its commits. */
  own(told: Told): void {
    const first = told.events[0]?.cursor;
    if (first === undefined) this.options.commits.tell(told);
    else if (first === this.#through + 1 && this.#reading === undefined) {
      this.#through = told.events.at(-1)?.cursor as number;
      this.options.commits.tell(told);
    } else {
      this.#tellBeside(told);
      this.#read(told.events.at(-1)?.cursor as number);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.#reading;
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => {});
  }

  #again(): void {
    if (this.#stopped) return;
    this.#cancel = this.options.clock.after(LOOK_EVERY_MS, () => {
      this.#read(Number.POSITIVE_INFINITY);
      void this.#keepListening().finally(() => this.#again());
    });
  }

  /** A link that has gone silent looks like one on which nothing is said, so it is asked. */
  async #keepListening(): Promise<void> {
    const client = this.#client;
    if (client) {
      await client.query("SELECT 1").catch(() => {
        this.#lose(client);
        destroy(client);
      });
      return;
    }
    try {
      await this.#listen();
      // Whatever was said while nobody listened is unknown.
      this.#hear(ANYTHING);
    } catch {
      // Its trouble is the database's, which its health tells.
    }
  }

  async #listen(): Promise<void> {
    const client = await connect(this.options.listening, () => this.#lose(client));
    client.on("end", () => this.#lose(client));
    client.on("notification", ({ processId, payload = "" }) => {
      if (!this.options.isOwn(processId)) this.#hear(hintOf(payload));
    });
    await client.query("LISTEN cronograph");
    if (this.#stopped) await client.end();
    else this.#client = client;
  }

  #lose(client: pg.Client): void {
    if (this.#client === client) this.#client = undefined;
  }

  #hear(hint: Hint): void {
    this.#tellBeside({ ...hint, logsOf: hint.logsOf === null ? ANY_RUN : new Set(hint.logsOf) });
    if (hint.cursor > this.#through) this.#read(hint.cursor);
  }

  #tellBeside({ logsOf, queues, webhooks, backfill = false }: Omit<Told, "events">): void {
    if (logsOf === ANY_RUN || logsOf.size > 0 || queues || webhooks || backfill)
      this.options.commits.tell({ events: [], logsOf, queues, webhooks });
  }

  #read(wanted: number): void {
    this.#wanted = Math.max(this.#wanted, wanted);
    if (this.#reading || this.#stopped) return;
    this.#reading = this.#readAll()
      .catch(() => {})
      .finally(() => {
        this.#reading = undefined;
        // Told of while the last page was read.
        if (this.#wanted > this.#through) this.#read(this.#wanted);
      });
  }

  /** A failure is the database's, which its health tells; a second later it is tried again. */
  async #readAll(): Promise<void> {
    this.#wanted = 0;
    for (;;) {
      const events = await this.options.eventsAfter(this.#through, PAGE);
      if (events.length === 0 || this.#stopped) return;
      this.#through = events.at(-1)?.cursor as number;
      const commit: Commit = { events, logsOf: new Set(), queues: false, webhooks: false };
      this.options.commits.tell(commit);
      if (events.length < PAGE) return;
    }
  }
}
