// Subscriptions, whatever the transport: finds the group that gives an operation's answers, or makes it, and lets the reader in.
import { type ExecutionResult, execute, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import { anyoneLike } from "../../domain/access.ts";
import { RequestError } from "../../domain/errors.ts";
import { createFlow } from "../flow.ts";
import { type Context, createContext, type Services, servicesFor } from "../graphql/context.ts";
import type { Following } from "../graphql/event-subscriptions.ts";
import { followings } from "../graphql/subscription.ts";
import { Group } from "./group.ts";
import type { Reader } from "./reader.ts";
import { type LiveOperation, select } from "./selection.ts";

const MOST_OF_PROCESS = 20_000;
/** So many readers read the past at a time; the others wait for their turn. */
const PAST_AT_ONCE = 4;

export interface LiveOptions {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly formatError: (error: unknown) => GraphQLFormattedError;
  readonly after: (delayMs: number, callback: () => void) => () => void;
  /** Subscriptions of one caller, over all of their sockets and streams. */
  readonly mostOfCaller: number;
}

/** Who follows, and from where. */
export type Follower = Pick<Context, "viewer" | "origin">;

/** Nothing comes of it until the end: with a last answer when something went wrong. Answers go to the reader directly. */
export type Subscription = AsyncGenerator<ExecutionResult, undefined, undefined>;

/** What is followed, and how it is written down. */
export interface Form {
  /** Equal for those who are given the same. */
  readonly key: string;
  readonly following: Following;
  readonly render: (values: readonly unknown[]) => Promise<string[]>;
  readonly lastAnswer: (error: Error) => ExecutionResult;
}

export interface Live {
  /** A subscription, or the errors that are its only answer. The document must be valid. */
  open(operation: LiveOperation, reader: Reader): Promise<Subscription | ExecutionResult>;
  /** A feed in a form of its own. @throws RequestError TOO_MANY_SUBSCRIPTIONS */
  follow(form: Form, reader: Reader, by: Follower): Subscription;
  /** How many are open. */
  readonly size: number;
  /** How many groups do the work for them. */
  readonly groups: number;
  close(): void;
}

function tooMany(one: boolean, most: number): RequestError {
  const message = one
    ? `This caller has ${most} subscriptions already. Complete some before you open more.`
    : `This server has its ${most} subscriptions. Try again later, or another instance.`;
  return new RequestError("TOO_MANY_SUBSCRIPTIONS", message);
}

export function createLive({ schema, services, formatError, after, mostOfCaller }: LiveOptions): Live {
  const groups = new Map<string, Group<unknown>>();
  const pastTurn = createTurns(PAST_AT_ONCE);
  const flow = createFlow({ mostOfOne: mostOfCaller, mostOfAll: MOST_OF_PROCESS, refusal: tooMany });

  /** One context for values that came together: what they name is loaded once. */
  async function render(operation: LiveOperation, fieldName: string, values: readonly unknown[]): Promise<string[]> {
    // The answers are those of all who follow, not only of whoever came first.
    const contextValue: Context = createContext(services, anyoneLike(operation.contextValue.viewer));
    const results = await Promise.all(
      values.map(async (value) =>
        execute({
          schema,
          document: operation.document,
          operationName: operation.operationName,
          variableValues: operation.variableValues as { readonly [name: string]: unknown } | undefined,
          contextValue,
          rootValue: { [fieldName]: value },
        }),
      ),
    );
    return results.map((result) =>
      JSON.stringify(result.errors ? { ...result, errors: result.errors.map(formatError) } : result),
    );
  }

  function groupOf({ key, following, render }: Form): Group<unknown> {
    const known = groups.get(key);
    if (known) return known;
    const group: Group<unknown> = new Group<unknown>({
      feed: following.feed,
      render,
      pastTurn,
      after,
      onIdle: () => {
        if (groups.get(key) === group) groups.delete(key);
        group.close();
      },
    });
    groups.set(key, group);
    return group;
  }

  function follow(form: Form, reader: Reader, { viewer, origin }: Follower): Subscription {
    const end = flow.begin(viewer, origin.address ?? "");
    const hold = createHold(form.lastAnswer);
    hold.leaveWith(
      groupOf(form).open(reader, form.following, (error) => hold.done(error)),
      end,
    );
    return hold.subscription;
  }

  return {
    get size() {
      return flow.size;
    },
    get groups() {
      return groups.size;
    },
    follow,
    async open(operation, reader) {
      try {
        const selected = select(schema, operation);
        if (!("fieldName" in selected)) return { errors: selected.errors?.map(formatError) as never };
        const { fieldName, responseKey, args } = selected;
        const following = await followings[fieldName as keyof typeof followings](
          args as never,
          servicesFor(services, operation.contextValue.viewer),
        );
        const form: Form = {
          key: `${following.feed.key}\n${selected.key}`,
          following,
          render: (values) => render(operation, fieldName, values),
          lastAnswer: (error) => ({ data: null, errors: [{ ...formatError(error), path: [responseKey] }] as never }),
        };
        return follow(form, reader, operation.contextValue);
      } catch (error) {
        return { errors: [formatError(error)] as never };
      }
    },
    close() {
      for (const group of groups.values()) group.close();
      groups.clear();
    },
  };
}

function createHold(lastAnswer: (error: Error) => ExecutionResult) {
  let leave = () => {};
  let last: ExecutionResult | undefined;
  let ended = false;
  let wake = () => {};
  let onEnd = () => {};
  const end = () => {
    if (ended) return;
    ended = true;
    onEnd();
    wake();
  };
  const subscription: Subscription = {
    async next() {
      if (!ended)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      const value = last;
      last = undefined;
      return value ? { value, done: false } : { value: undefined, done: true };
    },
    async return() {
      last = undefined;
      leave();
      end();
      return { value: undefined, done: true };
    },
    throw(error) {
      end();
      return Promise.reject(error as Error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await this.return(undefined);
    },
  };
  return {
    subscription,
    leaveWith(how: () => void, then: () => void) {
      leave = how;
      onEnd = then;
      // It may have been over before it was let in.
      if (ended) then();
    },
    done(error: Error | null) {
      if (error) last = lastAnswer(error);
      end();
    },
  };
}

/** Lets so many go at a time, in the order in which they came. */
function createTurns(most: number): <R>(work: () => Promise<R>) => Promise<R> {
  const waiting: (() => void)[] = [];
  let going = 0;
  return async (work) => {
    if (going >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    going++;
    try {
      return await work();
    } finally {
      going--;
      waiting.shift()?.();
    }
  };
}
