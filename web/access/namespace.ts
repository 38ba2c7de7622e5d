// The namespace of this tab: its address says it, `/ns/NAME/tasks`, so that a link to a page is one to its namespace. Without it: the default.

const found = /^\/ns\/([a-z0-9-]{1,63})(?=\/|$)/.exec(globalThis.location?.pathname ?? "/");

/** As the address has it; null: it names none. */
export const namespaceName: string | null = found?.[1] ?? null;
/** Before the address of every page. */
export const basepath: string = found?.[0] ?? "/";
/** With every request. */
export const namespaceHeaders: Readonly<Record<string, string>> =
  namespaceName === null ? {} : { "cronograph-namespace": namespaceName };

export const DEFAULT = "default";
export const addressOf = (name: string): string => (name === DEFAULT ? "/" : `/ns/${name}/`);
/** A page's address in this tab's namespace, for links that the router does not make. */
export const inNamespace = (path: string): string => addressOf(namespaceName ?? DEFAULT) + path.slice(1);
