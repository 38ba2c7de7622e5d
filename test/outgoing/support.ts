// The two things that send requests, each as the program makes it, and what they are given.
import { systemClock } from "../../server/clock.ts";
import type { TargetResult } from "../../server/domain/ports.ts";
import type { HttpTarget, Run } from "../../server/domain/types.ts";
import type { Message, Outcome, Webhook } from "../../server/domain/webhook.ts";
import { createHttpRunner } from "../../server/executor/targets/http.ts";
import type { Outgoing } from "../../server/outgoing/agent.ts";
import { readOutgoingAllow } from "../../server/outgoing/allow.ts";
import { createOutgoingRules } from "../../server/outgoing/rules.ts";
import { createSender } from "../../server/webhooks/sender.ts";
import { aTask, NOON, newId } from "../support/tasks.ts";

export interface Senders {
  readonly target: (url: string) => Promise<TargetResult>;
  readonly webhook: (url: string) => Promise<Outcome>;
  stop(): Promise<unknown>;
}

/** `allow`: as OUTGOING_ALLOW has it. */
export function senders(allow: string, lookup?: Outgoing["lookup"]): Senders {
  const problems: string[] = [];
  const rules = createOutgoingRules(readOutgoingAllow(allow, false, problems));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const outgoing = { rules, lookup };
  const runner = createHttpRunner(10, outgoing);
  const secrets = async () => new Map<string, string>();
  const sender = createSender({ clock: systemClock, version: "0", outgoing, secrets, open: null });
  return {
    target(url) {
      const target: HttpTarget = { kind: "HTTP", url, method: "GET", headers: [], body: null, expectedStatus: [] };
      const run = { id: newId(), attempt: 1, scheduledFor: NOON, fallback: null } as Run;
      const signal = AbortSignal.timeout(20_000);
      const silent = { log: () => {}, alive: () => {}, progress: () => {} };
      return runner.run({ run, task: aTask({ target }), target, payload: undefined, at: NOON, signal, ...silent });
    },
    async webhook(url) {
      const webhook = { id: newId(), url, headers: [], format: "SLACK", sealedKey: null, oldKeyUntil: null };
      const message = { messageId: newId(), body: '{"text":"hello"}' } as Message;
      const outcome = await sender.send(webhook as unknown as Webhook, message, AbortSignal.timeout(20_000));
      if (outcome === null) throw new Error("The message was given up.");
      return outcome;
    },
    stop: () => Promise.all([runner.stop(), sender.stop()]),
  };
}
