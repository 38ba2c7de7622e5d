// The proxy of the cluster's faults by its own: what it makes late comes late and whole, in order, and a reset is one at both ends.
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { until } from "../../support/wait.ts";
import { seeded } from "../play.ts";
import { type Link, startLink } from "./link.ts";

const HOST = "127.0.0.1";
const ends: (() => unknown)[] = [];

afterEach(() => {
  for (const end of ends.splice(0).reverse()) end();
});

async function linked(): Promise<{ link: Link; near: Socket; far: Socket; errors: string[]; heard: () => string }> {
  const server = createServer({ allowHalfOpen: true }).listen(0, HOST);
  await once(server, "listening");
  ends.push(() => server.close());
  const link = await startLink(HOST, { host: HOST, port: (server.address() as AddressInfo).port }, seeded(7));
  ends.push(() => link.stop());
  const near = connect({ host: HOST, port: link.port, allowHalfOpen: true });
  const [far] = (await once(server, "connection")) as [Socket];
  ends.push(
    () => near.destroy(),
    () => far.destroy(),
  );
  const errors: string[] = [];
  for (const socket of [near, far]) socket.on("error", (error: NodeJS.ErrnoException) => errors.push(`${error.code}`));
  let text = "";
  far.on("data", (bytes: Buffer) => {
    text += bytes.toString();
  });
  near.resume();
  return { link, near, far, errors, heard: () => text };
}

describe("a link between an instance and its database", () => {
  it("makes every piece late by 100 to 500 ms, and keeps their order", async () => {
    const { link, near, heard } = await linked();
    link.pace("out", { kind: "late", fromMs: 100, toMs: 500 });
    const from = performance.now();
    let sent = "";
    for (let index = 0; index < 20; index++) {
      const piece = `${index},`;
      sent += piece;
      near.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (performance.now() - from < 90) expect(heard()).toBe("");
    }
    const written = performance.now();
    await until("all has come", () => heard() === sent);
    expect(performance.now() - written).toBeLessThan(900);
  });

  it("lets one byte through at a time in one direction, the other is free, and heals at once", async () => {
    const { link, near, far, heard } = await linked();
    const back = once(near, "data");
    link.pace("out", { kind: "drip", everyMs: 300 });
    near.write("slowly");
    far.write("at once");
    const from = performance.now();
    expect(String((await back)[0])).toBe("at once");
    expect(performance.now() - from).toBeLessThan(250);
    await until("two bytes have come", () => heard().length >= 2);
    expect(performance.now() - from).toBeGreaterThan(590);
    expect(heard()).toBe("sl");
    near.end();
    const ended = once(far, "end");
    link.heal();
    await ended;
    expect(heard()).toBe("slowly");
  });

  it("carries more than it holds, whole", async () => {
    const { link, near, heard } = await linked();
    link.pace("out", { kind: "late", fromMs: 10, toMs: 30 });
    const much = "0123456789".repeat(200_000);
    near.end(much);
    await until("all has come", () => heard().length === much.length, 20_000);
    expect(heard() === much).toBe(true);
  });

  it("knows its connections by the port that the database sees", async () => {
    const [one, other] = [await linked(), await linked()];
    const port = one.far.remotePort as number;
    expect(one.link.comesFrom(port)).toBe(true);
    expect(other.link.comesFrom(port)).toBe(false);
    one.link.reset();
    await until("it is gone", () => !one.link.comesFrom(port));
  });

  it("resets both ends, and takes new connections afterwards", async () => {
    const { link, near, far, errors } = await linked();
    expect(link.reset()).toBe(1);
    await until("both ends are closed", () => near.closed && far.closed);
    expect(errors).toEqual(["ECONNRESET", "ECONNRESET"]);
    const again = connect({ host: HOST, port: link.port });
    ends.push(() => again.destroy());
    await once(again, "connect");
  });
});
