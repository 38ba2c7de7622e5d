// Clients behind a balancer: some ask and change things, each again with the same key when it had no answer; some follow the events.
import { type Following, type LiveStatus, subscribeRunEvents } from "../../client/node.ts";

export interface Failure {
  readonly kind: "query" | "mutation";
  /** What there was in place of an answer: nginx's status, or why there was none. */
  readonly what: string;
}

export interface Load {
  /** How many were answered, at the first try or a later one. */
  answered(): number;
  readonly failures: Failure[];
  /** For each key the runs that were answered. */
  readonly runs: Map<string, Set<string>>;
  stop(): Promise<void>;
}

const TRIGGER = `mutation ($input: TriggerTaskInput!) { triggerTask(input: $input) { run { id } userErrors { message } } }`;
const ASK = `{ overview { activeTasks } }`;
const AGAIN_FOR_MS = 15_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function ask(url: string, query: string, variables?: object) {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", connection: "close" },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(20_000),
  });
  if (response.status !== 200) throw new Error(`${response.status}`);
  const { data, errors } = (await response.json()) as { data: unknown; errors?: { message: string }[] };
  if (errors) throw new Error(JSON.stringify(errors));
  return data as { triggerTask: { run: { id: string } | null; userErrors: object[] } };
}

export function startLoad(url: string, taskId: string, workers: number): Load {
  const failures: Failure[] = [];
  const runs = new Map<string, Set<string>>();
  const unanswered: string[] = [];
  let answered = 0;
  let stopping = false;
  async function insist(kind: Failure["kind"], once: () => Promise<void>): Promise<void> {
    const end = performance.now() + AGAIN_FOR_MS;
    for (;;) {
      try {
        await once();
        answered++;
        return;
      } catch (error) {
        failures.push({ kind, what: String((error as { cause?: Error }).cause ?? (error as Error).message) });
        if (performance.now() > end) return void unanswered.push(kind);
        await pause(50);
      }
    }
  }
  async function worker(number: number): Promise<void> {
    for (let turn = 0; !stopping; turn++) {
      await insist("query", async () => void (await ask(url, ASK)));
      const idempotencyKey = `${taskId} ${number} ${turn}`;
      const seen = new Set<string>();
      runs.set(idempotencyKey, seen);
      await insist("mutation", async () => {
        const { triggerTask } = await ask(url, TRIGGER, { input: { id: taskId, idempotencyKey } });
        if (!triggerTask.run) throw new Error(JSON.stringify(triggerTask.userErrors));
        seen.add(triggerTask.run.id);
      });
      await pause(10);
    }
  }
  const all = Array.from({ length: workers }, (_, number) => worker(number));
  return {
    answered: () => answered,
    failures,
    runs,
    async stop() {
      stopping = true;
      await Promise.all(all);
      if (unanswered.length > 0) throw new Error(`Never answered: ${unanswered.join(", ")}`);
    },
  };
}

export interface Follower {
  /** `cursor type` of each event, as told. */
  readonly told: string[];
  /** How often it had to connect again. */
  losses(): number;
  ready(): boolean;
  stop(): Promise<void>;
}

/** With the client kit, from `after` on. */
export function follow(url: string, taskId: string, after?: string): Follower {
  const told: string[] = [];
  const statuses: LiveStatus[] = [];
  const following: Following = subscribeRunEvents({
    url,
    after,
    filter: { taskId: [taskId] },
    longestWaitMs: 500,
    onEvent: ({ cursor, type, run }) => void told.push(`${cursor} ${type} ${run?.id}`),
    onStatus: (status) => void statuses.push(status),
  });
  return {
    told,
    losses: () => statuses.slice(1).filter((status) => status === "reconnecting").length,
    ready: () => following.cursor !== undefined && statuses.includes("caught up"),
    async stop() {
      following.stop();
      await following.done;
    },
  };
}
