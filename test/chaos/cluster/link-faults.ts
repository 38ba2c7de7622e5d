// What a bad way to the database does beside losing packets: it is slow, lets through a byte a second, or is reset again and again.
import type { Loss } from "../observed.ts";
import type { Member } from "./instances.ts";
import type { Direction, Link } from "./link.ts";
import { untilNotReady } from "./readiness.ts";

export const LINKS = ["slow:db", "slow:db-in", "slow:db-out", "drip:db-in", "drip:db-out", "reset:db"] as const;
export type LinkFault = (typeof LINKS)[number];

/** 300 ms, give or take 200, in each direction that is slow. */
const LATE = { kind: "late", fromMs: 100, toMs: 500 } as const;
const DRIP = { kind: "drip", everyMs: 1_000 } as const;
const SLOW_MS = 10_000;
const DRIP_MS = 8_000;
const RESET_EVERY_MS = 5_000;
const RESETS = 3;

const pass = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export const isLinkFault = (kind: string): kind is LinkFault => LINKS.some((one) => one === kind);

/** Of one instance, for a while; healed when it resolves. */
export async function bendLink(
  member: Member,
  kind: LinkFault,
): Promise<{ wrong: string[]; losses: Loss[]; readyFor?: number }> {
  const link = member.link as Link;
  const [what, where] = kind.split(":") as [string, string];
  const ways: Direction[] = where === "db" ? ["in", "out"] : [where === "db-in" ? "in" : "out"];
  switch (what) {
    case "slow":
      for (const way of ways) link.pace(way, LATE);
      await pass(SLOW_MS);
      link.heal();
      return { wrong: [], losses: [] };
    case "drip": {
      // As good as cut off: nothing is answered in time.
      const losses = [{ pid: member.pid(), at: Date.now() }];
      for (const way of ways) link.pace(way, DRIP);
      const from = performance.now();
      const readyFor = await untilNotReady(member);
      await pass(Math.max(0, DRIP_MS - (performance.now() - from)));
      link.heal();
      return { wrong: [], losses, readyFor };
    }
    default: {
      let ended = 0;
      for (let index = 0; index < RESETS; index++) {
        ended += link.reset();
        await pass(index < RESETS - 1 ? RESET_EVERY_MS : 1_000);
      }
      return { wrong: ended > 0 ? [] : ["trouble: there was no connection to reset"], losses: [] };
    }
  }
}
