// A way back in for who is locked out, and nothing that tells what must not be told.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/app.ts";
import { cronograph, cronographWith } from "../support/cli.ts";
import { ask, OWNER, post, userWith, useSignIn } from "./support.ts";

const start = useSignIn();

describe("reset-password", () => {
  it("says where the password would open nothing, and gives one to who came by single sign-on", async () => {
    const database = `file:${join(await temporaryFolder(), "no-passwords.db")}`;
    const app = await start({ DATABASE_URL: database });
    const identity = { issuer: "https://id.example.com", subject: "1" };
    await app.store.write(async (tx) => {
      const made = { name: "Ada", role: "ADMIN", passwordHash: null, identity, disabled: false } as const;
      await tx.access.insertUser({ ...made, id: "ada", createdAt: 0, updatedAt: 0, lastSeenAt: null });
    });
    await app.stop();
    const off = {
      DATABASE_URL: database,
      OIDC_ISSUER: identity.issuer,
      OIDC_CLIENT_ID: "x",
      OIDC_ROLES: "a=ADMIN",
      PASSWORD_SIGN_IN: "off",
    };
    const { code, out } = await cronographWith(off, "reset-password", "ada");
    expect([code, out.user, out.note]).toEqual([0, "Ada", expect.stringContaining("PASSWORD_SIGN_IN=on")]);
    const again = await start({ DATABASE_URL: database });
    expect((await post(again.url, "sign-in", { name: "Ada", password: out.password })).status).toBe(200);
  });

  it("gives a user a new password past the API, and ends their sessions", async () => {
    const database = `file:${join(await temporaryFolder(), "locked-out.db")}`;
    const first = await start({ DATABASE_URL: database });
    const { cookie } = await userWith(first.url, "Ada", "ADMIN");
    await first.stop();
    const wrong = await cronograph(database, "reset-password", "Grace");
    expect(wrong).toMatchObject({
      code: 1,
      err: expect.stringContaining('No user is named "Grace". There are: Ada (ADMIN).'),
    });
    const { code, out } = await cronograph(database, "reset-password", "ada");
    expect([code, out.user, out.role]).toEqual([0, "Ada", "ADMIN"]);
    const second = await start({ DATABASE_URL: database });
    expect((await ask(second.url, { cookie }, "{ viewer { name } }")).status).toBe(401);
    expect((await post(second.url, "sign-in", { name: "Ada", password: out.password })).status).toBe(200);
    // The owner's token is of the first start; another one that a later start is given opens nothing.
    const third = await start({ DATABASE_URL: ":memory:", OWNER_TOKEN: OWNER.toUpperCase() });
    expect((await ask(third.url, { token: OWNER }, "{ viewer { name } }")).status).toBe(401);
    await second.stop();
    const again = await start({ DATABASE_URL: database, OWNER_TOKEN: OWNER.toUpperCase() });
    expect((await ask(again.url, { token: OWNER.toUpperCase() }, "{ viewer { name } }")).status).toBe(401);
    expect((await ask(again.url, { token: OWNER }, "{ viewer { name } }")).status).toBe(200);
  });
});
