// Who may ask for the schema itself, whatever the transport: a matter of rights, which validation knows nothing of.
import { type DocumentNode, visit } from "graphql";
import { mayDo, type Viewer } from "../domain/access.ts";
import { RequestError } from "../domain/errors.ts";
import type { IntrospectionRule } from "../domain/gate.ts";

export interface Introspection {
  may(viewer: Viewer): boolean;
  /** @throws RequestError FORBIDDEN */
  assertMay(document: DocumentNode, viewer: Viewer): void;
  /** @throws RequestError FORBIDDEN */
  assertMayRead(viewer: Viewer): void;
}

export function createIntrospection(rule: IntrospectionRule): Introspection {
  const may = (viewer: Viewer) => rule === "all" || (rule !== "none" && mayDo(viewer, rule));
  const assertMayRead = (viewer: Viewer) => {
    if (may(viewer)) return;
    const who = rule === "none" ? "nobody" : `whoever has the right ${rule}`;
    throw new RequestError(
      "FORBIDDEN",
      `The schema is told to ${who} here (the operator's setting INTROSPECTION). It also stands in the project's schema.graphql.`,
    );
  };
  return {
    may,
    assertMayRead,
    assertMay(document, viewer) {
      if (rule !== "all" && asks(document)) assertMayRead(viewer);
    },
  };
}

const known = new WeakMap<DocumentNode, boolean>();

/** Validation lets both fields stand at the root of a query alone, so a name is enough. */
function asks(document: DocumentNode): boolean {
  const before = known.get(document);
  if (before !== undefined) return before;
  let found = false;
  visit(document, {
    Field({ name: { value } }) {
      if (value === "__schema" || value === "__type") found = true;
    },
  });
  known.set(document, found);
  return found;
}
