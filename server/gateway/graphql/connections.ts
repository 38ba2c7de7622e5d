// Relay connections from pages (GraphQL Cursor Connections Specification).
import { RequestError } from "../../domain/errors.ts";
import { MAX_PAGE_SIZE, PAGE_SIZE } from "../../domain/limits.ts";
import type { Page, PageRequest, Position } from "../../domain/ports.ts";
import { listCursor, readListCursor } from "./cursors.ts";

export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** How positions of a list become cursors, and back. */
export interface CursorForm {
  write(position: Position): string;
  read(field: string, cursor: string): Position;
}

export const orderedCursors = (order: { field: string; direction: string }): CursorForm => {
  const name = `${order.field} ${order.direction}`;
  return {
    write: (position) => listCursor(name, position),
    read: (field, cursor) => readListCursor(name, field, cursor),
  };
};

const invalid = (message: string): never => {
  throw new RequestError("INVALID_PAGE", message);
};

function size(name: string, value: number): number {
  if (value >= 1 && value <= MAX_PAGE_SIZE) return value;
  return invalid(
    `${name} ${value} is outside 1 to ${MAX_PAGE_SIZE}. Ask for a page, then for the next one by its endCursor.`,
  );
}

/** @throws RequestError INVALID_PAGE, INVALID_CURSOR */
export function pageRequest({ first, after, last, before }: PageArgs, cursors: CursorForm): PageRequest {
  const backward = last !== null && last !== undefined;
  if (backward && first !== null && first !== undefined)
    invalid("first and last together make no page; use one of them.");
  if (backward && typeof after === "string") invalid("last goes with before; after goes with first.");
  if (!backward && typeof before === "string") invalid("before goes with last; first goes with after.");
  return backward
    ? {
        direction: "backward",
        limit: size("last", last),
        from: typeof before === "string" ? cursors.read("before", before) : null,
      }
    : {
        direction: "forward",
        limit: size("first", first ?? PAGE_SIZE),
        from: typeof after === "string" ? cursors.read("after", after) : null,
      };
}

export function connection<T>(page: Page<T>, cursors: CursorForm) {
  const edges = page.items.map(({ item, position }) => ({ node: item, cursor: cursors.write(position) }));
  return {
    edges,
    nodes: page.items.map(({ item }) => item),
    pageInfo: {
      hasNextPage: page.hasNext,
      hasPreviousPage: page.hasPrevious,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: page.total,
  };
}
