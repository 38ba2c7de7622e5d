// The order of cursors. For everybody else they are opaque; the kit is made and released with the server whose they are.

/** The place in the log. Undefined: made by a newer server in a way that we do not know. */
function place(cursor: string): number | undefined {
  try {
    const value: unknown = JSON.parse(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")));
    return Array.isArray(value) && typeof value[1] === "number" ? value[1] : undefined;
  } catch {
    return undefined;
  }
}

/** Whether what stands at `cursor` comes after what stands at `last`. */
export function isBeyond(cursor: string, last: string | undefined): boolean {
  if (last === undefined) return true;
  const [here, there] = [place(cursor), place(last)];
  return here === undefined || there === undefined ? cursor !== last : here > there;
}
