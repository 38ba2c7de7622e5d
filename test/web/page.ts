// What a person can see, awaited: playwright-core has no test runner, so its patient assertions are made here.
import type { Locator, Page } from "playwright-core";
import { expect as plain } from "vitest";
import { PATIENCE_MS } from "../support/browser.ts";
import { until } from "../support/wait.ts";

export type { Browser, Page } from "playwright-core";

export function expect(locator: Locator) {
  return {
    toBeVisible: () => locator.waitFor({ state: "visible", timeout: PATIENCE_MS }),
    toBeGone: () => locator.waitFor({ state: "hidden", timeout: PATIENCE_MS }),
    toHaveCount: (count: number) =>
      until(`${String(locator)} is there ${count} times`, async () => (await locator.count()) === count, PATIENCE_MS),
    toHaveAttribute: (name: string, value: string, patienceMs = PATIENCE_MS) =>
      until(
        `${String(locator)} has ${name}=${value}`,
        async () => (await locator.getAttribute(name)) === value,
        patienceMs,
      ),
    toContainText: async (text: string) => {
      // Editors write their spaces as non-breaking ones.
      const shown = async () => ((await locator.textContent()) ?? "").replaceAll("\u00a0", " ");
      await until(`${String(locator)} says ${text}`, async () => (await shown()).includes(text), PATIENCE_MS);
      plain(await shown()).toContain(text);
    },
  };
}

/** Chooses from a list, by what is typed where something is. A list closes when its field loses the focus; then it is opened again. */
export async function choose(page: Page, label: string, option: string, typed?: string): Promise<void> {
  const field = page.getByRole("combobox", { name: label });
  await until(
    `“${option}” is chosen as ${label}`,
    async () => {
      if (typed === undefined) await field.click();
      else await field.fill(typed);
      await page.getByRole("option", { name: option }).click({ timeout: 5_000 });
      return true;
    },
    PATIENCE_MS,
  );
}
