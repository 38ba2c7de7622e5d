// The whole product under a clock that the test moves. Time passes from timer to timer; before each the work that the one before set
// off is done. Calls that move time or change lives wait for one another, so that a test may forget an await without losing order.
// States: running → (crash) down → (restart) running; → (stop) stopped.
import { type App, startApp } from "../app.ts";
import { nextTurn } from "../clock.ts";
import { readConfig } from "../config.ts";
import { createLog } from "../log.ts";
import { openStore } from "../store/index.ts";
import { createActivity } from "./activity.ts";
import type { TestCall, TestScheduler, TestSchedulerOptions } from "./api.ts";
import { createAttempts } from "./attempts.ts";
import { createIds, seededRandom } from "./chance.ts";
import { createClient } from "./client.ts";
import { simulatedClock } from "./clock.ts";
import { followEvents, readRuns } from "./history.ts";
import { createSession, type Session } from "./session.ts";
import { simulatedRunners, withFunctions } from "./targets.ts";
import { instant, milliseconds, step } from "./time.ts";

const REAL_TIME_LIMIT_MS = 10_000;
/** Nobody else can take runs over, and a crash leaves its leases for the restart to find. */
const LEASE_MS = 30 * 86_400_000;
/** More timers than this at one instant are a loop that never sleeps. */
const MOST_TIMERS = 1_000_000;
/** The same on every machine. */
const SETTINGS = {
  PORT: "0",
  WORKER_THREADS: "8",
  SHUTDOWN_GRACE_MS: "0",
  LOG_LEVEL: "error",
  RUN_RETENTION: "none",
  ALLOW_ANONYMOUS: "true",
};

interface Life {
  readonly session: Session;
  readonly app: App;
  silence(): void;
}

/** @throws StartupError when the settings or the database do not allow a start, TypeError when the options are no good */
export async function createTestScheduler(options: TestSchedulerOptions): Promise<TestScheduler> {
  const clock = simulatedClock(instant("startAt", options.startAt));
  const activity = createActivity(options.realTimeLimitMs ?? REAL_TIME_LIMIT_MS, () =>
    new Date(clock.now()).toISOString(),
  );
  const { database = ":memory:", tasksDir = "tasks", modules = {}, http, shell } = options;
  const environment = {
    ...SETTINGS,
    DATABASE_URL: database === ":memory:" ? database : `file:${database}`,
    TASKS_DIR: tasksDir,
    ALLOW_SHELL: String(shell !== undefined),
    ...options.settings,
  };
  const config = readConfig(environment, process.cwd());
  const random = options.random ?? seededRandom();
  const newId = createIds(clock.now);
  const calls: TestCall[] = [];
  const client = createClient();
  const store = await openStore(config.database);
  const events = await followEvents(store);
  let port = config.port;

  async function begin(): Promise<Life> {
    const session = createSession(clock, activity);
    const carry = createAttempts(session, activity, calls);
    const log = createLog(config.logLevel);
    const app = await startApp(
      { ...config, port },
      {
        clock: session.clock,
        log,
        random,
        standIns: {
          openStore: async () => session.open(store),
          newId,
          modules: (files) => withFunctions(files, modules, session.begin),
          runners: (real) => simulatedRunners(real, { modules, http, shell }, carry),
          leaseMs: LEASE_MS,
        },
      },
    );
    port = Number(new URL(app.url ?? "").port);
    return { session, app, silence: () => Object.assign(log, { level: "silent" }) };
  }

  /** Every timer until then, in order, and what it sets off before the next. */
  async function pass(until: number): Promise<void> {
    await activity.settled();
    for (let at = clock.now(), fired = 0; ; fired++) {
      const next = clock.nextTimer();
      if (next === null || next > until) break;
      if (next > at) fired = 0;
      if (fired > MOST_TIMERS) throw new Error(`The work of ${new Date(at).toISOString()} has no end.`);
      at = next;
      clock.fireNext();
      await activity.settled();
    }
    clock.advance(Math.max(0, until - clock.now()));
  }

  let life: Life | null = await begin();
  let stopped: Promise<void> | undefined;
  let last: Promise<unknown> = pass(clock.now());
  let moving = 0;
  /** Whatever moves time or changes lives, one after the other. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    moving++;
    const turn = last.then(work).finally(() => {
      moving--;
    });
    last = turn.catch(() => {});
    return turn;
  }
  const settle = async () => {
    // From within a target, time is being moved already: waiting for it would be waiting for oneself.
    if (moving === 0) await inTurn(() => pass(clock.now()));
  };
  await last;

  async function end({ session, app }: Life, graceful: boolean): Promise<void> {
    if (!graceful) session.crash();
    let over = false;
    const stopping = app.stop().finally(() => {
      over = true;
    });
    stopping.catch(() => {});
    // The pauses of a stop pass at once, and so does whatever is due meanwhile.
    while (!over) {
      await nextTurn();
      const idle = !activity.busy && !activity.letGo();
      const next = clock.nextTimer();
      if (next !== null && !session.crashed && (next <= clock.now() || idle)) clock.fireNext();
    }
    if (graceful) await stopping;
  }

  function alive(): Life {
    if (life) return life;
    throw new Error(stopped ? "The test scheduler has been stopped." : "The program has crashed; restart it first.");
  }

  const url = () => `http://${config.host}:${port}`;
  return {
    get now() {
      return new Date(clock.now());
    },
    get url() {
      return url();
    },
    events,
    calls,
    async query(document, variables) {
      alive();
      const data = await client.query(url(), document, variables);
      await settle();
      return data;
    },
    async createTask(input) {
      alive();
      const task = await client.createTask(url(), input);
      await settle();
      return task;
    },
    advance: (by) => {
      const ms = milliseconds("by", by);
      return inTurn(() => pass(clock.now() + ms));
    },
    advanceTo: (when) => {
      const at = instant("instant", when);
      return inTurn(async () => {
        if (at < clock.now())
          throw new RangeError(
            `${new Date(at).toISOString()} is over: it is ${new Date(clock.now()).toISOString()}. jump() sets the clock back.`,
          );
        await pass(at);
      });
    },
    jump: (by) => {
      const ms = step("by", by);
      return inTurn(async () => {
        clock.jump(ms);
        await pass(clock.now());
      });
    },
    runs: (filter = {}) => readRuns(store, filter),
    crash: () =>
      inTurn(async () => {
        const dying = alive();
        life = null;
        dying.silence();
        await end(dying, false);
      }),
    restart: () =>
      inTurn(async () => {
        if (life || stopped)
          throw new Error(stopped ? "The test scheduler has been stopped." : "The program is running.");
        life = await begin();
        await pass(clock.now());
      }),
    stop: () => {
      stopped ??= last.then(async () => {
        const running = life;
        life = null;
        if (running) await end(running, true);
        await client.close();
        await store.close();
      });
      return stopped;
    },
  };
}
