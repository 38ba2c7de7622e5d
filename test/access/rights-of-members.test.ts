// Every root field × every role of a member × every transport, in the member's namespace: as in the others' walk, but that what is of
// the server needs a role that holds in every namespace.
import { describe, expect, it } from "vitest";
import { type MemberRole, rightsOf } from "../../server/domain/access.ts";
import { createSchema } from "../../server/gateway/graphql/schema.ts";
import { member } from "./members.ts";
import { type Minimal, minimalOperations } from "./minimal.ts";
import { ask, type By, userWith, useSignIn } from "./support.ts";
import { done, namespace } from "./teams.ts";
import { TRANSPORTS } from "./transports.ts";

const start = useSignIn();
const schema = createSchema();
const OPERATIONS = minimalOperations(schema);
const ROLES: readonly MemberRole[] = ["VIEWER", "OPERATOR", "EDITOR", "ADMIN"];

/** As the text of the contract declares it. */
function declared({ kind, field }: Minimal): { right: string | null; ofServer: boolean } {
  const type = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }[kind];
  const node = type?.getFields()[field]?.astNode?.directives?.find(({ name }) => name.value === "needs");
  if (!node) throw new Error(`${field} declares nothing`);
  const word = (name: string) => {
    const value = node.arguments?.find((each) => each.name.value === name)?.value;
    return value?.kind === "EnumValue" ? value.value : null;
  };
  return { right: word("right"), ofServer: word("of") === "SERVER" };
}

/** A token of the member's with all that they may. */
async function tokenOf(url: string, role: MemberRole): Promise<By> {
  const { id, cookie } = await userWith(url, role, "NONE");
  await member(url, "alpha", id, role);
  const by: By = { cookie, namespace: "alpha" };
  // The membership is known within a second.
  for (let tries = 0; (await ask(url, by, "{ viewer { name } }")).errors && tries < 50; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const input = { name: "all", rights: rightsOf(role), namespace: null };
  return { token: (await done(url, by, "createApiToken", input, "secret")).secret, namespace: "alpha" };
}

describe.each(Object.entries(TRANSPORTS))("over %s", (name, carry) => {
  it.each(ROLES)(
    "a member of the role %s may in their namespace what is declared",
    { timeout: 90_000 },
    async (role) => {
      const { url } = await start();
      await namespace(url, "alpha");
      const by = await tokenOf(url, role);
      const wrong: string[] = [];
      for (const operation of OPERATIONS) {
        if (name === "HTTP" && operation.kind === "subscription") continue;
        const { right, ofServer } = declared(operation);
        const may = right === null || (!ofServer && (rightsOf(role) as readonly string[]).includes(right));
        const forbidden = (await carry(url, by, operation.text)).includes('"code":"FORBIDDEN"');
        // Commands that ask by themselves, such as that a token makes no token, are the commands' tests' affair.
        if (may && forbidden && right === null) continue;
        if (forbidden === may) wrong.push(`${operation.field} needs ${right}: ${forbidden ? "FORBIDDEN" : "answered"}`);
      }
      expect(wrong).toEqual([]);
      // And in another one nothing at all, not even that it is there.
      const elsewhere = await carry(url, { ...by, namespace: "default" }, "{ viewer { name } }");
      expect(elsewhere).toMatch(/404|NOT_FOUND/);
    },
  );
});
