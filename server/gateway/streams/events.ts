// `GET /events`: the event log for programs that know no GraphQL. As server-sent events, whose ids are cursors, or by long polls.
import type { Request, Response } from "express";
import type { ExecutionResult, GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { Viewer } from "../../domain/access.ts";
import { RequestError } from "../../domain/errors.ts";
import type { Event } from "../../domain/types.ts";
import { createEventFeed } from "../../events/event-feed.ts";
import type { Feed } from "../../events/feed.ts";
import { type Mark, mark } from "../../events/news.ts";
import { createFlow } from "../flow.ts";
import { type Services, servicesFor } from "../graphql/context.ts";
import { eventCursor } from "../graphql/cursors.ts";
import { positionOf } from "../graphql/event-subscriptions.ts";
import type { Live, Subscription } from "../live/live.ts";
import { byOf, viewerOf } from "../who.ts";
import { createEventTexts } from "./event-texts.ts";
import { type EventsQuery, limitOf, readEventsQuery } from "./events-query.ts";
import { EVENTS } from "./framings.ts";
import { deliver } from "./operations.ts";
import type { After, Stream } from "./stream.ts";

/** Each one looks at every commit while it waits. */
const MOST_POLLS = 500;
const MOST_OF_CALLER = 100;
const tooMany = (one: boolean, most: number) =>
  new RequestError(
    "TOO_MANY_SUBSCRIPTIONS",
    `${most} polls${one ? " of this caller" : ""} wait already. Use text/event-stream.`,
  );

export interface EventsOptions {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly live: Live;
  readonly formatError: (error: unknown) => GraphQLFormattedError;
  readonly after: After;
  readonly openStream: (response: Response, framing: typeof EVENTS) => Stream;
}

export interface EventsEndpoint {
  handle(request: Request, response: Response): Promise<void>;
  /** Polls that wait are answered. */
  stop(): void;
}

const allows = (list: readonly string[] | undefined, value: string) => !list || list.includes(value);

/** The response has begun: what is wrong now is its only event. */
function followed(follow: () => Subscription, lastAnswer: (error: Error) => ExecutionResult) {
  try {
    return follow();
  } catch (error) {
    return lastAnswer(error as Error);
  }
}

export function createEvents(options: EventsOptions): EventsEndpoint {
  const { schema, services, live, formatError, after, openStream } = options;
  const { clock } = services;
  const waiting = new Set<() => void>();
  const polls = createFlow({ mostOfOne: MOST_OF_CALLER, mostOfAll: MOST_POLLS, refusal: tooMany });

  function feedOf({ taskIds, runIds, types }: EventsQuery, viewer: Viewer): Feed<Event | Mark> {
    return createEventFeed<Event, Mark>(servicesFor(services, viewer).store, {
      key: `events ${viewer.namespace.id} ${JSON.stringify([taskIds, runIds, types])}`,
      scope: { taskIds, runIds },
      matches: (event): event is Event =>
        allows(taskIds, event.taskId) &&
        (!runIds || (event.kind === "RUN" && runIds.includes(event.runId))) &&
        allows(types, event.type),
      cursorText: eventCursor,
      heartbeat: (at) => mark("HEARTBEAT", at, clock.now()),
    });
  }

  /** A frame without data tells nothing but moves the id on. */
  const framesFor =
    (viewer: Viewer) =>
    async (values: readonly (Event | Mark)[]): Promise<string[]> => {
      const bodies = await createEventTexts(schema, services, viewer)(values.filter((value) => value.kind !== "MARK"));
      return values.map((value) => {
        const id = `id: ${eventCursor(value.cursor)}\n`;
        return value.kind === "MARK" ? `${id}\n` : `${id}data: ${bodies.shift()}\n\n`;
      });
    };

  async function stream(query: EventsQuery, from: number, response: Response): Promise<void> {
    const viewer = viewerOf(response);
    if (query.limit !== undefined || query.waitMs !== undefined)
      throw new RequestError("BAD_REQUEST", "limit and wait are of polls; a stream goes on. Leave them out.");
    const feed = feedOf(query, viewer);
    // Said now, as a status: later there is only the stream to say it in.
    await feed.past?.(from);
    const opened = openStream(response, { ...EVENTS, begin: `${EVENTS.begin}id: ${eventCursor(from)}\n\n` });
    const lastAnswer = (error: Error) => ({ errors: [formatError(error)] as never });
    const form = { key: feed.key, following: { feed, after: from }, render: framesFor(viewer) as never, lastAnswer };
    const to = { ...opened, tell: (body: string) => opened.tell(`event: error\ndata: ${body}\n\n`) };
    await deliver(
      followed(() => live.follow(form, opened.reader, byOf(response)), lastAnswer),
      to,
    );
  }

  async function poll(query: EventsQuery, from: number, response: Response): Promise<void> {
    const { viewer, origin } = byOf(response);
    const leave = polls.begin(viewer, origin.address);
    const feed = feedOf(query, viewer);
    const texts = createEventTexts(schema, services, viewer);
    let wake = () => {};
    let over = query.waitMs === undefined || query.waitMs === 0;
    const end = () => {
      over = true;
      wake();
    };
    waiting.add(end);
    // Heard from before the table is read: nothing falls between.
    let heard = false;
    const hear = () => {
      heard = true;
      wake();
    };
    const stopListening = feed.listen({ hear: ({ values }) => values.length > 0 && hear(), end, fail: end });
    const cancelWait = after(query.waitMs ?? 0, end);
    response.once("close", end);
    try {
      for (let at = from; ; ) {
        heard = false;
        const page = await (feed.past as NonNullable<typeof feed.past>)(at);
        const some = page.values.slice(0, limitOf(query));
        at = some.length < page.values.length ? (some.at(-1)?.at ?? at) : page.through;
        if (some.length > 0 || (over && !page.more)) {
          const bodies = await texts(some.map(({ value }) => value as Event));
          const cursor = JSON.stringify(eventCursor(at));
          response.set("Cache-Control", "no-store").type("application/json");
          response.send(`{"events":[${bodies.join(",")}],"cursor":${cursor}}\n`);
          return;
        }
        if (response.destroyed) return;
        if (page.more || heard || over) continue;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      leave();
      waiting.delete(end);
      cancelWait();
      stopListening();
      response.off("close", end);
    }
  }

  return {
    async handle(request, response) {
      const query = readEventsQuery(new URL(request.url, "http://localhost").searchParams);
      const streamed = /\btext\/event-stream\b/i.test(request.get("accept") ?? "");
      // A browser that comes back says here how far it came; its address still has the old place.
      const after = (streamed && request.get("last-event-id")) || query.after;
      const own = servicesFor(services, viewerOf(response));
      const from = after === undefined ? await own.store.headCursor() : await positionOf(after, own);
      await (streamed ? stream : poll)(query, from, response);
    },
    stop() {
      for (const end of waiting) end();
    },
  };
}
