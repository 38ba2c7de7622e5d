// One caller's open polls and reserved streams are not all that there can be: others, of other namespaces, are let in as before.
import { expect, it } from "vitest";
import { member } from "./members.ts";
import { type By, headersOf, userWith, useSignIn } from "./support.ts";
import { namespace } from "./teams.ts";

const start = useSignIn();

async function twoViewers(url: string): Promise<[By, By]> {
  const found: By[] = [];
  for (const name of ["alpha", "beta"]) {
    await namespace(url, name);
    const { id, cookie } = await userWith(url, `of ${name}`, "NONE");
    await member(url, name, id, "VIEWER");
    found.push({ cookie, namespace: name });
  }
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  return found as [By, By];
}

it("one caller cannot reserve all streams", async () => {
  const { url } = await start();
  const [hers, his] = await twoViewers(url);
  const reserve = async (by: By) => {
    const response = await fetch(`${url}/graphql/stream`, { method: "PUT", headers: headersOf(by) });
    await response.text();
    return response.status;
  };
  const statuses: number[] = [];
  for (let at = 0; at < 1_000; at += 50)
    statuses.push(...(await Promise.all(Array.from({ length: 50 }, () => reserve(hers)))));
  expect(await reserve(his)).toBe(201);
  expect(statuses.filter((status) => status === 201)).toHaveLength(100);
  expect(new Set(statuses)).toEqual(new Set([201, 503]));
});

it("one caller cannot hold all polls", { timeout: 30_000 }, async () => {
  const { url } = await start();
  const [hers, his] = await twoViewers(url);
  const cut = new AbortController();
  const statuses: number[] = [];
  const poll = (by: By, wait: number) =>
    fetch(`${url}/events?wait=${wait}s`, {
      headers: { ...headersOf(by), accept: "application/json" },
      signal: cut.signal,
    });
  const held = Array.from({ length: 500 }, () =>
    poll(hers, 30).then(
      ({ status }) => void statuses.push(status),
      () => {},
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  const response = await poll(his, 0);
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('"events":[]')]);
  expect(new Set(statuses)).toEqual(new Set([503]));
  cut.abort();
  await Promise.all(held);
});
