// The audit of the GraphQL over HTTP working group: what a server must and should do, told by its authors.
import { serverAudits } from "graphql-http";
import { describe, expect, it } from "vitest";
import { useSharedApp } from "./support.ts";

const app = useSharedApp();
/** Apollo Server answers 400 for a broken operation in application/json too, so that proxies and monitors see it. */
const KNOWN = /^SHOULD use (a )?(200 )?status code (of 200 )?on .* when accepting application\/json$/;
const audits = serverAudits({ url: () => `${app().url}/graphql`, fetchFn: fetch });

describe("GraphQL over HTTP", () => {
  it.each(audits.map((audit) => [audit.name, audit] as const))("%s", async (_, audit) => {
    const result = await audit.fn();
    const said = result.status === "ok" ? "" : result.reason;
    const allowed = KNOWN.test(audit.name) ? /^(ok|notice|warn)$/ : /^(ok|notice)$/;
    expect([result.status, said]).toEqual([expect.stringMatching(allowed), said]);
  });
});
