// Secrets under the operator's keys.
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../server/config.ts";
import { createVault } from "../../server/vault.ts";

const [first, second] = [randomBytes(32), randomBytes(32)];

describe("a vault", () => {
  const vault = createVault([first]);

  it("gives back what was sealed, whatever it is, and never seals the same twice alike", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (value) => {
        const sealed = vault.seal("A", value);
        expect(vault.open("A", sealed)).toBe(value);
        expect(vault.seal("A", value)).not.toBe(sealed);
      }),
    );
  });

  it("opens nothing that was changed, or moved to another name", () => {
    const sealed = vault.seal("A", "a value of some length");
    expect(() => vault.open("B", sealed)).toThrow("The secret B cannot be opened");
    const [version, key, text = ""] = sealed.split(".");
    const bytes = Buffer.from(text, "base64");
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] as number) ^ 1;
      expect(() => vault.open("A", [version, key, changed.toString("base64")].join("."))).toThrow("cannot be opened");
    }
    expect(() => vault.open("A", [version, key, "AAAA"].join("."))).toThrow("cannot be opened");
  });

  it("opens what an older key sealed as long as it is given too, and seals by the first", () => {
    const old = createVault([second]).seal("A", "value");
    const both = createVault([first, second]);
    expect(both.open("A", old)).toBe("value");
    expect([both.fresh(old), both.knows(old), vault.knows(old)]).toEqual([false, true, false]);
    expect(both.fresh(both.seal("A", "value"))).toBe(true);
    expect(() => vault.open("A", old)).toThrow("which SECRETS_KEY does not have");
  });
});

describe("SECRETS_KEY", () => {
  it("takes one key or several, and refuses others without showing any of them", () => {
    const text = (key: Buffer) => key.toString("base64");
    const keys = (SECRETS_KEY?: string) => readConfig(SECRETS_KEY ? { SECRETS_KEY } : {}, "/").secretsKeys;
    expect(keys()).toEqual([]);
    expect(keys(`${text(first)},${text(second)}`)).toEqual([first, second]);
    for (const wrong of ["short", `${text(first)},nonsense`, text(randomBytes(16))]) {
      expect(() => keys(wrong)).toThrow(/SECRETS_KEY: key \d is not 32 bytes in base64\. Make one with: openssl/);
      expect(() => keys(wrong)).not.toThrow(wrong);
    }
  });
});
