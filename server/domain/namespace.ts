// Namespaces: a team's own tasks, queues, secrets, calendars and webhooks, with bounds. Everything else belongs to one through its task.

/** There always is this one, and whoever names none means it. */
export const DEFAULT_NAMESPACE = "default";

/** Null: no bound. */
export interface Quotas {
  /** Living tasks. */
  readonly tasks: number | null;
  /** Runs that are RUNNING. */
  readonly runningRuns: number | null;
  /** Runs that are QUEUED. Occurrences of schedules are made all the same: none is lost. */
  readonly waitingRuns: number | null;
  readonly secrets: number | null;
  readonly webhooks: number | null;
}

export const QUOTAS = [
  "tasks",
  "runningRuns",
  "waitingRuns",
  "secrets",
  "webhooks",
] as const satisfies readonly (keyof Quotas)[];
export type Quota = (typeof QUOTAS)[number];

/** What there is of each. */
export type Usage = { readonly [Q in Quota]: number };

export interface Namespace extends NamespaceRef {
  readonly description: string | null;
  readonly quotas: Quotas;
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Its row stays: old runs and events are of it. */
  readonly deletedAt: number | null;
}

export interface NamespaceRef {
  readonly id: string;
  /** Lower-case letters, digits and `-`. */
  readonly name: string;
}

export const THE_DEFAULT: NamespaceRef = { id: DEFAULT_NAMESPACE, name: DEFAULT_NAMESPACE };

/** A run as claimed counts in its namespace; what is left of the bound, and why a run has to wait. */
export class NamespaceRoom {
  #running: number;

  constructor(
    readonly name: string,
    readonly most: number,
    running: number,
  ) {
    this.#running = running;
  }

  get left(): number {
    return Math.max(0, this.most - this.#running);
  }

  take(): void {
    this.#running++;
  }

  /** Null: it may start. */
  get hindrance(): string | null {
    if (this.left > 0) return null;
    return `Due, and waiting: the namespace ${JSON.stringify(this.name)} runs at most ${this.most} at a time (its quota runningRuns).`;
  }
}
