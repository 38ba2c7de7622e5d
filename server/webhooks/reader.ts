// Looks through the event log for what a webhook wants, and puts it on its way. How far it has looked is written down when there is
// something to send, and every minute: who starts again from an older place finds the same.
import type { Store } from "../domain/ports.ts";
import type { Event, Task } from "../domain/types.ts";
import { type Webhook, wants } from "../domain/webhook.ts";
import { eventMessage, noticeMessage } from "../domain/webhook-messages.ts";

const READ_AT_ONCE = 500;
/** How long a place beyond what is written down may be known to this process only. The log forgets nothing younger than an hour. */
const UNWRITTEN_MS = 60_000;

export interface ReaderDeps {
  readonly store: Store;
  readonly now: () => number;
  readonly newId: () => string;
  readonly publicUrl: string | null;
}

/** Pages of the log that were read in this pass: most webhooks stand at the same place. */
export type Pages = Map<number, Promise<LogPage>>;

interface Looked {
  readonly version: number;
  /** What is written down. */
  readonly cursor: number;
  readonly through: number;
  readonly since: number;
}

interface LogPage {
  readonly events: readonly Event[];
  /** How far the log has been read with them. */
  readonly through: number;
  /** Events up to this one are gone. */
  readonly gone: number;
}

export interface Reader {
  /** True when there may be more at once. */
  read(webhook: Webhook, pages: Pages): Promise<boolean>;
}

export function createReader({ store, now, newId, publicUrl }: ReaderDeps): Reader {
  /** Beyond what is written down, as long as nobody has changed the webhook. */
  const looked = new Map<string, Looked>();

  async function page(after: number): Promise<LogPage> {
    // Asked first: a short page reaches at least as far. What is gone is asked last: what the page lacks had been removed by then.
    const head = await store.headCursor();
    const events = await store.eventsAfter(after, READ_AT_ONCE);
    const gone = await store.eventsPrunedThrough();
    const last = events.at(-1)?.cursor ?? after;
    return { events, through: events.length === READ_AT_ONCE ? last : Math.max(last, head), gone };
  }

  function known({ id, version, cursor }: Webhook): Looked {
    const found = looked.get(id);
    if (found?.version === version && found.cursor === cursor && found.through > cursor) return found;
    return { version, cursor, through: cursor, since: now() };
  }

  return {
    async read(webhook, pages) {
      const { id, cursor, format, filter } = webhook;
      const before = known(webhook);
      const after = before.through;
      const reading = pages.get(after) ?? page(after);
      pages.set(after, reading);
      const { events, through, gone } = await reading;
      const lost = after < gone;
      const tasks = await tasksOf(store, events, filter);
      const messages = events
        .filter((event) => event.namespaceId === webhook.namespaceId && wants(filter, event, taskOf(event, tasks)))
        .map((event) => eventMessage(format, event, taskOf(event, tasks), publicUrl));
      if (lost) {
        const text =
          "Some events for this webhook were removed by the retention of the event log before they could be sent. What follows is complete again; read the present state anew.";
        const at = now();
        messages.unshift(
          noticeMessage(format, "events_lost", { id: `${id}-lost-${gone}`, at, text, webhookId: id }, publicUrl),
        );
      }
      const reached = Math.max(through, gone);
      if (messages.length === 0 && (reached === cursor || now() - before.since < UNWRITTEN_MS)) {
        looked.set(id, { ...before, through: reached });
      } else {
        const added = messages.map((message) => ({ ...message, id: newId() }));
        await store.write((tx) =>
          tx.webhooks.enqueue({ webhook, through: reached, messages: added, lost, now: now() }),
        );
        looked.delete(id);
      }
      return events.length === READ_AT_ONCE;
    },
  };
}

const taskOf = (event: Event, tasks: ReadonlyMap<string, Task>): Task | undefined =>
  event.kind === "TASK" ? event.task : tasks.get(event.taskId);

/** The tasks of the runs in question. */
function tasksOf(store: Store, events: readonly Event[], filter: Webhook["filter"]): Promise<Map<string, Task>> {
  const types: readonly string[] = filter.runEvents;
  const ids = events.filter(({ kind, type }) => kind === "RUN" && types.includes(type)).map(({ taskId }) => taskId);
  return ids.length === 0 ? Promise.resolve(new Map()) : store.tasksById([...new Set(ids)]);
}
