import { expect, it } from "vitest";
import { ask, useSignIn } from "./support.ts";
import { belongings, namespace } from "./teams.ts";

const start = useSignIn();
it("x", async () => {
  const { url } = await start({ SECRETS_KEY: Buffer.alloc(32, 7).toString("base64") });
  const alpha = await namespace(url, "alpha");
  const all = await belongings(url, alpha);
  console.log(all);
  const beta = await namespace(url, "beta");
  for (const by of [alpha, beta, { ...beta, namespace: undefined }, { ...beta, namespace: "nope" }])
    console.log(
      JSON.stringify(
        await ask(
          url,
          by,
          "{ viewer { namespace { name usage { tasks runningRuns waitingRuns secrets webhooks} } } tasks { totalCount } runs { totalCount nodes { id state queue } } overview { deadLetters } queues { name running waiting } }",
        ),
      ),
    );
  expect(1).toBe(1);
}, 60000);
