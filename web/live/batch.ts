// Gathers what events bring and writes it into the cache a few times a second: one redraw for many events.
import type { ApolloCache } from "@apollo/client";
import type { DocumentNode } from "graphql";
import { announce } from "./signals";

const EVERY_MS = 80;

interface Entity {
  __typename?: string;
  id: string;
}

export function batch(cache: ApolloCache) {
  const writes = new Map<string, { fragment: DocumentNode; fragmentName: string; data: Entity } | undefined>();
  let runs = new Set<string>();
  let tasks = new Set<string>();
  let timer: number | undefined;

  const flush = () => {
    window.clearTimeout(timer);
    timer = undefined;
    cache.batch({
      update: (target) => {
        for (const [id, write] of writes) {
          if (write) target.writeFragment({ id, ...write });
          else target.evict({ id });
        }
      },
    });
    writes.clear();
    const change = { runs, tasks };
    runs = new Set();
    tasks = new Set();
    if (change.runs.size > 0 || change.tasks.size > 0) announce(change);
  };
  const plan = () => {
    timer ??= window.setTimeout(flush, EVERY_MS);
  };

  return {
    /** Of several states of one entity only the last is written. */
    write(fragment: DocumentNode, fragmentName: string, data: Entity): void {
      const id = cache.identify({ ...data });
      if (id) writes.set(id, { fragment, fragmentName, data });
      plan();
    },
    /** The entity is no more. */
    drop(data: Entity): void {
      const id = cache.identify({ ...data });
      if (id) writes.set(id, undefined);
      plan();
    },
    /** Lists with this run or task may have changed. */
    touch(what: { run?: string; task?: string }): void {
      if (what.run) runs.add(what.run);
      if (what.task) tasks.add(what.task);
      plan();
    },
    flush,
  };
}
