// Where a sign-in leads to. The web client judges in the same way; one test asks both.

/** Pages for those whom nobody knows yet. */
const OUTSIDE = ["/sign-in", "/setup"];
/** Longer ones would not fit into a cookie. */
const LONGEST = 1_500;

/** Only a path of this site, as a browser understands it: it leaves out tabs, takes `\` for `/`, and makes `//` of `/..//`. */
export function wayBack(to: unknown, here: string): string {
  if (typeof to !== "string" || to.length > LONGEST || !to.startsWith("/") || !URL.canParse(to, here)) return "/";
  const { origin, pathname, search, hash } = new URL(to, here);
  const isInside = origin === here && !pathname.startsWith("//") && !OUTSIDE.includes(pathname);
  return isInside ? pathname + search + hash : "/";
}
