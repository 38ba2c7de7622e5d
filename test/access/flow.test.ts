// More requests than answers: refused at once, and let in again as answers go out.
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type Response } from "express";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ANYBODY, type Viewer } from "../../server/domain/access.ts";
import { createFlow } from "../../server/gateway/flow.ts";
import { createFormatError, plain } from "../../server/gateway/format-error.ts";
import { type Gate, gateHandlers } from "../../server/gateway/gate.ts";
import { createLog } from "../../server/log.ts";

let server: Server;
let held: Response[];
let url: string;

beforeEach(async () => {
  held = [];
  const app = express();
  app.use((request, response, next) => {
    const id = request.get("x-caller");
    const known: Viewer = { ...ANYBODY, kind: "TOKEN", credential: { kind: "TOKEN", id: id ?? "" } };
    response.locals.viewer = id === undefined ? ANYBODY : known;
    response.locals.origin = { address: "127.0.0.1" };
    next();
  });
  const format = createFormatError(createLog("error"));
  const gate = { flow: createFlow({ mostOfOne: 2, mostOfAll: 3 }) } as Gate;
  const { inFlow } = gateHandlers(gate, (error) => format(plain(error), error));
  app.use(inFlow, (_, response) => void held.push(response));
  server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

const ask = (caller?: string) => fetch(url, { headers: caller === undefined ? {} : { "x-caller": caller } });
const going = async (count: number): Promise<void> => {
  await expect.poll(() => held.length).toBe(count);
};

it("refuses one caller's third with 429 and everybody's fourth with 503, and says when to come again", async () => {
  const first = [ask("a"), ask("a")];
  await going(2);
  const third = await ask("a");
  expect([third.status, third.headers.get("retry-after")]).toEqual([429, "1"]);
  expect(await third.json()).toMatchObject({ errors: [{ extensions: { code: "RATE_LIMITED" } }] });
  const other = ask();
  await going(3);
  const fourth = await ask("b");
  expect(fourth.status).toBe(503);
  expect(await fourth.json()).toMatchObject({ errors: [{ extensions: { code: "UNAVAILABLE" } }] });
  for (const response of held) response.sendStatus(204);
  expect((await Promise.all([...first, other])).map(({ status }) => status)).toEqual([204, 204, 204]);
  const again = ask("a");
  await going(4);
  held.at(-1)?.sendStatus(204);
  expect((await again).status).toBe(204);
});

it("counts what was given up by its caller as answered", async () => {
  const cut = new AbortController();
  const given = [0, 1].map(() => fetch(url, { headers: { "x-caller": "a" }, signal: cut.signal }).catch(() => "cut"));
  await going(2);
  cut.abort();
  expect(await Promise.all(given)).toEqual(["cut", "cut"]);
  await expect
    .poll(async () => {
      const next = ask("a");
      const refused = await Promise.race([next.then(({ status }) => status === 429), going(3).then(() => false)]);
      return refused;
    })
    .toBe(false);
});
