// Addresses that a request must not reach, in every spelling: refused at the field where the URL is given, and again where a connection
// would be opened, by HTTP targets and by webhooks.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTask, mutate, taskInput, useSharedApp } from "../api/support.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { createWebhook } from "../webhooks/support.ts";
import { BY_LIST, NEVER, RESERVED, type Spelling } from "./spellings.ts";
import { type Senders, senders } from "./support.ts";

const app = useSharedApp({ OUTGOING_ALLOW: "none" });
const filter = { taskEvents: ["CREATED"] };
const ALL: readonly Spelling[] = [...NEVER, ...BY_LIST, ...RESERVED, ["a name of this machine", "localhost"]];
const REFUSED = /address|service/;

let shut: Senders;
let open: Senders;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  shut = senders("none");
  open = senders("loopback,private,0.0.0.0/0,::/0,localhost");
});
afterAll(async () => {
  await Promise.all([shut.stop(), open.stop()]);
  await receiver.stop();
});

const errorsOf = async (name: string, input: object, selection: string) =>
  (await mutate(app().url, name, input, selection)).userErrors;
const refusedAt = (field: string) => [
  { code: "URL_NOT_ALLOWED", field: field.split("."), message: expect.stringMatching(REFUSED) },
];

describe("at its field", () => {
  it.each(ALL)("%s is refused to targets: %s", async (_, host) => {
    const http = { url: `http://${host}/latest/meta-data/` };
    expect(await errorsOf("createTask", taskInput({ target: { http } }), "task { id }")).toEqual(
      refusedAt("target.http.url"),
    );
  });

  it.each(ALL)("%s is refused to webhooks: %s", async (_, host) => {
    const input = { name: `hook ${host}`, format: "SLACK", url: `https://${host}/`, filter };
    expect(await errorsOf("createWebhook", input, "webhook { id }")).toEqual(refusedAt("url"));
  });

  it("an edit is refused as well, and so is a fallback target; what was saved stays", async () => {
    const http = { url: "http://0xA9FEA9FE/" };
    const { id, version } = await createTask(app().url, { target: { http: { url: "http://example.com/" } } });
    expect(await errorsOf("updateTask", { id, version, target: { http } }, "task { id }")).toEqual(
      refusedAt("target.http.url"),
    );
    expect(await errorsOf("updateTask", { id, version, fallbackTarget: { http } }, "task { id }")).toEqual(
      refusedAt("fallbackTarget.http.url"),
    );
    const made = await createWebhook(app().url, { format: "SLACK", url: "http://example.com/" });
    const edit = { id: made.webhook.id, version: made.webhook.version, url: http.url };
    expect(await errorsOf("updateWebhook", edit, "webhook { id }")).toEqual(refusedAt("url"));
  });

  it("a user name before the host hides nothing", async () => {
    const http = { url: "http://example.com@169.254.169.254/" };
    const [error] = await errorsOf("createTask", taskInput({ target: { http } }), "task { id }");
    expect(error).toMatchObject({ code: "INVALID_URL", field: ["target", "http", "url"] });
  });

  it("names the address and the setting that would let it through", async () => {
    const http = { url: "http://0x0a000005:8080/" };
    const [error] = await errorsOf("createTask", taskInput({ target: { http } }), "task { id }");
    expect(error.message).toBe(
      'url "http://0x0a000005:8080/" is refused: 10.0.0.5 is a private address. It is reached only if the operator\'s setting OUTGOING_ALLOW has it, for example OUTGOING_ALLOW=10.0.0.5.',
    );
  });
});

const refusedTarget = {
  ok: false,
  error: {
    code: "URL_NOT_ALLOWED",
    message: expect.stringMatching(/^target\.http\.url http.* is refused: .*(address|service)/),
    permanent: expect.stringContaining("Another attempt would fail"),
  },
};
const refusedWebhook = {
  status: null,
  error: expect.stringMatching(/^url is refused: .*(address|service)/),
  permanent: true,
};

describe("where a connection would be opened", () => {
  it.each(ALL)("%s is refused to targets: %s", async (_, host) => {
    expect(await shut.target(`http://${host}/latest/meta-data/`)).toMatchObject(refusedTarget);
  });
  it.each(ALL)("%s is refused to webhooks: %s", async (_, host) => {
    expect(await shut.webhook(`https://${host}/`)).toMatchObject(refusedWebhook);
  });
  it.each(NEVER)("%s is refused whatever the operator lets through: %s", async (_, host) => {
    expect(await open.target(`http://${host}/`)).toMatchObject(refusedTarget);
    expect(await open.webhook(`http://${host}/`)).toMatchObject(refusedWebhook);
  });
  it("a user name before the host hides nothing", async () => {
    expect(await open.target("http://example.com@169.254.169.254/")).toMatchObject(refusedTarget);
    expect(await open.webhook("http://example.com:80@169.254.169.254/")).toMatchObject(refusedWebhook);
  });

  it.each(["127.0.0.1", "127.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "localhost"])(
    "%s is reached once the operator lets it through, and not before",
    async (host) => {
      const url = receiver.url.replace("127.0.0.1", host);
      receiver.received.length = 0;
      await shut.target(url);
      await shut.webhook(url);
      expect(receiver.received).toEqual([]);
      expect(await open.target(url)).toMatchObject({ ok: true });
      expect(await open.webhook(url)).toMatchObject({ status: 200, error: null });
      expect(receiver.received.map(({ method }) => method)).toEqual(["GET", "POST"]);
    },
  );
});
