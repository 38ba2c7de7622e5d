// What a person can see, awaited: playwright-core has no test runner, so its patient assertions are made here.
import type { Locator } from "playwright-core";
import { expect as plain } from "vitest";
import { until } from "../support/wait.ts";

export type { Browser, Page } from "playwright-core";

const PATIENCE_MS = 15_000;

export function expect(locator: Locator) {
  return {
    toBeVisible: () => locator.waitFor({ state: "visible", timeout: PATIENCE_MS }),
    toBeGone: () => locator.waitFor({ state: "hidden", timeout: PATIENCE_MS }),
    toHaveCount: (count: number) =>
      until(`${String(locator)} is there ${count} times`, async () => (await locator.count()) === count, PATIENCE_MS),
    toHaveAttribute: (name: string, value: string) =>
      until(
        `${String(locator)} has ${name}=${value}`,
        async () => (await locator.getAttribute(name)) === value,
        PATIENCE_MS,
      ),
    toContainText: async (text: string) => {
      // Editors write their spaces as non-breaking ones.
      const shown = async () => ((await locator.textContent()) ?? "").replaceAll("\u00a0", " ");
      await until(`${String(locator)} says ${text}`, async () => (await shown()).includes(text), PATIENCE_MS);
      plain(await shown()).toContain(text);
    },
  };
}
