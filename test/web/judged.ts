// What an accessibility checker finds wrong on a page, and whether the page scrolls sideways.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PATIENCE_MS } from "../support/browser.ts";
import { until } from "../support/wait.ts";
import type { Page } from "./page.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** What is about to begin to move has begun after two frames. What always moves is not counted. */
const MOVING = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(
  document.getAnimations().filter(({ playState, effect }) => playState === "running" && effect?.getComputedTiming().iterations !== Infinity).length))))`;

export interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** Once nothing moves or fades any more: half-transparent text would be judged as too pale. */
export async function violationsOn(page: Page): Promise<readonly Violation[]> {
  await until("nothing moves", async () => (await page.evaluate(MOVING)) === 0, PATIENCE_MS);
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as {
    violations: Violation[];
  };
  return violations;
}

export async function judged(page: Page): Promise<string[]> {
  const violations = await violationsOn(page);
  const wide = await page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`),
    ...(wide ? ["it scrolls sideways"] : []),
  ];
}
