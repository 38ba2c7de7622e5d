// Who is refused a thousand times in one namespace hides nothing of what is refused in another, and is not told of there.
import { expect, it } from "vitest";
import { member } from "../access/members.ts";
import { ask, type By, soon, userWith, useSignIn } from "../access/support.ts";
import { namespace } from "../access/teams.ts";
import { entries } from "./support.ts";

const start = useSignIn();
const ID = "019a8f3e-7c1d-7a44-9f6e-0c5b7d2f1a90";
const OF_TASKS = ["deleteTask", "restoreTask", "pauseTask", "resumeTask", "triggerTask", "cancelRun", "retryRun"];
const OF_NAMES = ["createQueue", "deleteQueue", "pauseQueue", "resumeQueue"];
const refusals = [
  ...OF_TASKS.map((name) => `mutation { ${name}(input: { id: "${ID}" }) { userErrors { code } } }`),
  ...OF_NAMES.map((name) => `mutation { ${name}(input: { name: "q" }) { userErrors { code } } }`),
].map((text) => text.replace("deleteTask(input: {", "deleteTask(input: { version: 1,"));

it("a storm of refusals in one namespace hides none in another, nor is counted there", async () => {
  const { url } = await start();
  const beta = await namespace(url, "beta");
  await namespace(url, "alpha");
  const [ada, bob] = [await userWith(url, "ada", "NONE"), await userWith(url, "bob", "NONE")];
  await member(url, "alpha", ada.id, "VIEWER");
  await member(url, "beta", bob.id, "VIEWER");
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const hers: By = { cookie: ada.cookie, namespace: "alpha" };
  for (const text of refusals)
    for (const { errors } of await Promise.all(Array.from({ length: 12 }, () => ask(url, hers, text))))
      expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  await ask(url, { cookie: bob.cookie, namespace: "beta" }, refusals[0] as string);
  await soon(async () => {
    const found = await entries(url, { outcome: "REFUSED" }, beta);
    expect(found.map(({ actor, omitted }) => [actor.name, omitted])).toEqual([["bob", 0]]);
  }, 3_000);
});
