// The composition root: wires config → clock → store → events → domain → roles by hand, starts them in this order and stops them
// in the reverse one. `start` fails whole: what had started is stopped again.
import { hostname } from "node:os";
import { startAccess } from "./access/start.ts";
import { systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { StorageError } from "./domain/errors.ts";
import type { Clock, Runners, Store } from "./domain/ports.ts";
import { tzdataVersion } from "./domain/schedule/index.ts";
import type { Run } from "./domain/types.ts";
import { createWorkerQueues } from "./events/worker-queues.ts";
import { createExecutor, type Executor, type ExecutorDeps } from "./executor/executor.ts";
import { createHttpRunner } from "./executor/targets/http.ts";
import { createModuleRunner } from "./executor/targets/module.ts";
import { createModuleCatalog, type ModuleFiles } from "./executor/targets/module-catalog.ts";
import { createShellRunner } from "./executor/targets/shell.ts";
import type { Failpoints } from "./failpoints.ts";
import { type Gateway, startGateway } from "./gateway/gateway.ts";
import type { Services } from "./gateway/graphql/context.ts";
import { type HealthServer, startHealthServer } from "./gateway/health.ts";
import { createIds } from "./ids.ts";
import type { Log } from "./log.ts";
import { createLoop, type Loop, type NeededPoll, whenNeeded } from "./loop.ts";
import { loadMeter, upkeepPoll, versionPoll } from "./monitor/instance.ts";
import { auditRetentionPoll, eventRetentionPoll } from "./monitor/log-retention.ts";
import { monitorPoll } from "./monitor/monitor.ts";
import { createPresence } from "./monitor/presence.ts";
import { retentionPoll } from "./monitor/retention.ts";
import { inTrouble, storagePoll, watchReplica, watchStorage } from "./monitor/storage.ts";
import type { Outgoing } from "./outgoing/agent.ts";
import { createOutgoingRules } from "./outgoing/rules.ts";
import { newSigningKey } from "./outgoing/signing.ts";
import { VERSION } from "./package.ts";
import { schedulerPoll } from "./scheduler/scheduler.ts";
import { keepTzdata, noticeTzdata } from "./scheduler/time-zones.ts";
import { createSecretsVault, resealSecrets, secretReader } from "./secrets.ts";
import { openStore, type StoreOptions } from "./store/index.ts";
import { createSender } from "./webhooks/sender.ts";
import { createWebhooks, webhookTester } from "./webhooks/webhooks.ts";

export interface App {
  readonly instanceId: string;
  /** `http://127.0.0.1:4000`; null without the gateway role. */
  readonly url: string | null;
  readonly store: Store;
  /** The one-time link that makes the owner; null when none is needed. */
  readonly ownerLink: string | null;
  /** How many subscriptions are open. */
  subscriptions(): number;
  /** Not ready at once, then DESIGN §3.12. Resolves when everything has stopped. Safe twice. */
  stop(): Promise<void>;
}

export interface AppDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly random?: () => number;
  readonly standIns?: StandIns;
  readonly failpoints?: Failpoints | undefined;
  /** How names of hosts become addresses for requests; the system's way by default. */
  readonly lookup?: Outgoing["lookup"];
  /** A newer program has changed the database beyond what this one knows: it is to be stopped. */
  readonly onOutdated?: (reason: string) => void;
}

/** What a simulation puts in the place of the real thing, or around it. */
export interface StandIns {
  openStore(location: string, options: StoreOptions): Promise<Store>;
  newId(): string;
  modules(files: ModuleFiles): ModuleFiles;
  runners(real: Runners): Runners;
  /** How long a claim holds a run. Where nobody else could take it over, renewing it would only cost time. */
  readonly leaseMs: number;
}

/** @throws StartupError when the settings or the database do not allow a start */
export async function startApp(
  config: Config,
  { clock: base, log, random = Math.random, standIns, failpoints, lookup, onOutdated = () => {} }: AppDeps,
): Promise<App> {
  const stops: (() => unknown)[] = [];
  /** All are stopped, whatever one of them throws; the first failure is told in the end. */
  const stopAll = async () => {
    const failures: unknown[] = [];
    for (const stop of stops.splice(0).reverse()) {
      try {
        await stop();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  };
  try {
    const open = standIns?.openStore ?? openStore;
    const store = await open(config.database, {
      clock: base,
      listenUrl: config.databaseListenUrl,
      replicaUrl: config.databaseReplicaUrl,
    });
    stops.push(() => store.close());
    const clock = store.clock ?? base;
    const newId = standIns?.newId ?? createIds(clock);
    const instanceId = newId();
    stops.push(watchStorage(store, log), watchReplica(store, log));
    const workers = createWorkerQueues(store, clock, log);
    stops.push(() => workers.stop());
    const files = createModuleCatalog(config.tasksDir);
    const modules = standIns?.modules(files) ?? files;
    const vault = createSecretsVault(config);
    if (vault) await resealSecrets(store, vault);
    const secrets = secretReader(store, vault);
    const outgoing: Outgoing = { rules: createOutgoingRules(config.outgoingAllow), lookup };
    const sender = createSender({ clock, version: VERSION, outgoing, secrets, open: vault?.open ?? null });
    stops.push(() => sender.stop());
    const { publicUrl } = config;
    const {
      deps: accessDeps,
      ownerLink,
      access,
      oidc,
      refusals,
    } = await startAccess({ store, clock, newId, log }, config);
    const services: Services = {
      ...accessDeps,
      store: store.replica?.reads ?? store,
      access,
      refusals,
      oidc,
      modules,
      workers,
      random,
      version: VERSION,
      runRetentionMs: config.runRetentionMs,
      vault,
      seal: vault?.seal ?? null,
      shellAllowed: config.allowShell,
      urlRefusal: outgoing.rules.literalRefusal,
      newSigningKey,
      testWebhook: webhookTester({ store, clock, newId, publicUrl, sender }),
    };
    /** The first poll is done before it answers, so that the start's order holds. */
    const startNow = async (name: string, poll: () => Promise<number>, nextWork?: () => Promise<number | null>) => {
      await poll().catch((error: unknown) => {
        // Where many share the database, it may be busy with their start: the loop goes on, and `/readyz` says it.
        if (store.exclusive || !(error instanceof StorageError)) throw error;
      });
      const needed = nextWork && whenNeeded(poll, nextWork, clock);
      const loop = createLoop(name, needed?.poll ?? poll, clock, log);
      loop.start();
      stops.push(() => loop.stop());
      if (needed) stops.push(wakeByCommits(loop, needed, store, clock));
    };

    await startNow("storage", storagePoll(store.health, clock));
    let executor: Executor | undefined;
    const presence = createPresence({
      store,
      clock,
      log,
      condition: { running: () => executor?.running() ?? 0, load: clock.simulated ? () => null : loadMeter() },
      instance: {
        id: instanceId,
        hostname: hostname(),
        pid: process.pid,
        version: VERSION,
        roles: config.roles,
        startedAt: clock.now(),
      },
    });
    stops.push(() => presence.leave());
    await startNow("presence", presence.poll);
    if (!store.exclusive) {
      await startNow("version", versionPoll(store, onOutdated));
      await startNow("upkeep", upkeepPoll(store));
    }

    let stopping = false;
    let gateway: Gateway | undefined;
    let healthServer: HealthServer | undefined;
    // Stopped after the work, so that the last runs can be watched; started last, so that nothing is asked before it is decided.
    stops.push(() => (gateway ?? healthServer)?.stop());
    executor = config.roles.includes("executor")
      ? executorOf(
          config,
          {
            store: failpoints?.store(store) ?? store,
            clock,
            newId,
            log,
            instanceId,
            modules,
            random,
            secrets,
            leaseMs: standIns?.leaseMs,
          },
          outgoing,
          failpoints ?? standIns,
        )
      : undefined;
    const holds = (run: Run) => executor?.holds(run) ?? false;
    // Lost runs are found before new ones are claimed, and overdue ones are decided before the executor looks.
    if (config.roles.includes("monitor"))
      await startNow(
        "monitor",
        monitorPoll({ store, clock, log, instanceId, holds, random, newId }),
        store.nextLeaseEnd,
      );
    if (config.roles.includes("monitor")) {
      const usual = { maxAgeMs: config.runRetentionMs, maxCount: null };
      await startNow("retention", retentionPoll({ store, clock, log, usual }));
      if (config.eventRetentionMs !== null)
        await startNow("events", eventRetentionPoll({ store, clock, maxAgeMs: config.eventRetentionMs }));
      if (config.auditRetentionMs !== null)
        await startNow("audit", auditRetentionPoll({ store, clock, maxAgeMs: config.auditRetentionMs }));
    }
    if (config.roles.includes("scheduler")) {
      await noticeTzdata({ store, log, newId, now: clock.now(), version: tzdataVersion() });
      await startNow("scheduler", schedulerPoll({ store, clock, newId, log }), store.nextAttention);
      // A database in memory is never started again, with other rules or with these.
      if (store.kind !== "sqlite-memory")
        await startNow("tzdata", keepTzdata({ store, clock, version: tzdataVersion() }));
    }
    if (executor) {
      const started = executor;
      started.start();
      stops.push(() => started.stop(config.shutdownGraceMs));
      const webhooks = createWebhooks({ store, clock, log, newId, random, publicUrl, sender });
      stops.push(() => webhooks.stop());
      webhooks.start();
    }
    const notReady = () => (stopping ? { reason: "The server is stopping." } : inTrouble(store));
    if (config.roles.includes("gateway")) {
      workers.start();
      gateway = await startGateway(config, services, log, notReady);
    } else healthServer = await startHealthServer(config, notReady);

    let stopped: Promise<void> | undefined;
    return {
      instanceId,
      url: gateway?.url ?? null,
      ownerLink: ownerLink && gateway ? `${publicUrl ?? gateway.url}/setup#${ownerLink}` : null,
      subscriptions: () => gateway?.subscriptions() ?? 0,
      store,
      stop() {
        stopping = true;
        stopped ??= stopAll();
        return stopped;
      },
    };
  } catch (error) {
    await stopAll().catch((failure: unknown) => log.error({ err: failure }, "could not stop after a failed start"));
    throw error;
  }
}

/** On a simulated clock a loop sleeps until it is needed; what is committed may let that be earlier. At a real one it looks every second. */
function wakeByCommits(loop: Loop, needed: NeededPoll, store: Store, { simulated }: Clock): () => void {
  if (!simulated) return () => {};
  let waiting = false;
  return store.onCommit(() => {
    needed.changed();
    if (waiting) return;
    waiting = true;
    simulated.atEnd(() => {
      waiting = false;
      loop.wake();
    });
  });
}

type ExecutorParts = Omit<ExecutorDeps, "runners"> & { readonly modules: ModuleFiles };

function executorOf(
  config: Config,
  deps: ExecutorParts,
  outgoing: Outgoing,
  standIns: Pick<StandIns, "runners"> | undefined,
): Executor {
  const { workerThreads: threads, workerMemoryMb: memoryMb, memoryLimitMb: processMb } = config;
  const { modules } = deps;
  const { allowShell: allowed, shellConcurrency: concurrency, shellEnv: environment } = config;
  const runners: Runners = {
    HTTP: createHttpRunner(config.httpConcurrency, outgoing),
    MODULE: createModuleRunner({
      threads,
      memoryMb,
      processMb,
      modules,
      outgoing: config.outgoingAllow,
      after: systemClock.after,
    }),
    SHELL: createShellRunner({ allowed, concurrency, environment, after: systemClock.after }),
  };
  return createExecutor({ ...deps, runners: standIns?.runners(runners) ?? runners });
}
