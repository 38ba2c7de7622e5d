// Puts somebody into the namespace that they ask for. One that they may not see is for them one that does not exist.
import { homeOf, type Standing, type Viewer, viewerIn, viewerNowhere } from "../domain/access.ts";
import { RequestError, shown } from "../domain/errors.ts";
import { DEFAULT_NAMESPACE, type NamespaceRef, THE_DEFAULT } from "../domain/namespace.ts";
import type { Store } from "../domain/ports.ts";

/** How long a namespace may still be found after it was deleted; one that is new is looked for at once. */
const REMEMBERED_MS = 1_000;

export interface Namespaces {
  /** `name`: null: none was named. @throws RequestError NOT_FOUND */
  placed(standing: Standing, name: string | null): Promise<Viewer>;
  /** The same person in the namespace in which they were; null: there they have nothing any more. */
  still(standing: Standing, viewer: Viewer): Promise<Viewer | null>;
  idOf(name: string): Promise<string | null>;
  exists(id: string): Promise<boolean>;
}

const notFound = (name: string): RequestError =>
  new RequestError("NOT_FOUND", `There is no namespace ${shown(name)} that you may see. viewer.namespaces lists them.`);

export function createNamespaces(store: Pick<Store, "namespaces">): Namespaces {
  let known: { readonly until: number; readonly list: Promise<readonly NamespaceRef[]> } | undefined;
  let going: Promise<unknown> | undefined;
  let next: Promise<readonly NamespaceRef[]> | undefined;

  function read(): Promise<readonly NamespaceRef[]> {
    const entry = { until: performance.now() + REMEMBERED_MS, list: store.namespaces.list() };
    known = entry;
    const done = () => {
      if (going === over) going = undefined;
    };
    // A failure is not kept.
    const over: Promise<unknown> = entry.list.then(done, () => {
      done();
      if (known === entry) known = undefined;
    });
    going = over;
    return entry.list;
  }

  const list = (): Promise<readonly NamespaceRef[]> => (known && performance.now() < known.until ? known.list : read());

  /** As of now or later. All who ask while another read is under way share the one after it: names that somebody makes up are one at a time. */
  function fresh(): Promise<readonly NamespaceRef[]> {
    if (!going) return read();
    next ??= going.then(() => {
      next = undefined;
      return read();
    });
    return next;
  }

  async function find(is: (namespace: NamespaceRef) => boolean): Promise<NamespaceRef | undefined> {
    return (await list()).find(is) ?? (await fresh()).find(is);
  }

  const exists = async (id: string): Promise<boolean> =>
    id === DEFAULT_NAMESPACE || (await list()).some((each) => each.id === id);

  return {
    exists,
    async idOf(name) {
      return (await find((each) => each.name === name))?.id ?? null;
    },
    async placed(standing, name) {
      if (name === null) {
        const id = homeOf(standing);
        const home = id === DEFAULT_NAMESPACE ? THE_DEFAULT : id && (await find((each) => each.id === id));
        return (home && viewerIn(standing, home)) || viewerNowhere(standing);
      }
      const namespace = name === DEFAULT_NAMESPACE ? THE_DEFAULT : await find((each) => each.name === name);
      const viewer = namespace && viewerIn(standing, namespace);
      if (!viewer) throw notFound(name);
      return viewer;
    },
    async still(standing, { namespace, rights }) {
      if (rights.length === 0) return viewerNowhere(standing);
      return (await exists(namespace.id)) ? viewerIn(standing, namespace) : null;
    },
  };
}
