// The ladder by which the processes of a command are ended: SIGTERM, a while to react, SIGKILL. Each step that was needed is said.
// States: going → (end) asked → (grace over, kill) killed → (given up) out of reach; from any but going → (nobody left) ended.
import { readdir, readFile } from "node:fs/promises";

export type GroupStep = "ASKED" | "KILLED" | "OUT_OF_REACH";

/** How often one looks whether a group has ended: soon at first, then less and less often. */
const LOOK_MS = { first: 10, longest: 200 };
/** How long after SIGKILL before one gives up. */
const AFTER_KILL_MS = 1_500;

export interface ProcessGroup {
  /** Whether somebody of it is still going. */
  left(): Promise<boolean>;
  /** Asks it to end, and kills it when it has not ended after the grace. Safe twice. */
  end(graceMs: number): void;
  /** Kills it at once. Safe twice. */
  kill(): void;
  /** Resolves after `end` or `kill` when nobody of it is left, or when it stays although it was killed. */
  readonly ended: Promise<void>;
}

interface GroupOptions {
  /** The process id of its leader. */
  readonly id: number;
  readonly step: (step: GroupStep) => void;
  readonly after: (delayMs: number, callback: () => void) => () => void;
}

export function createProcessGroup({ id, step, after }: GroupOptions): ProcessGroup {
  let finish = () => {};
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let state: "going" | "asked" | "killed" | "ended" = "going";
  let cancelKill = () => {};
  let cancelGiveUp = () => {};

  function settle(): void {
    state = "ended";
    cancelKill();
    cancelGiveUp();
    finish();
  }

  async function look(delayMs: number): Promise<void> {
    const left = await isLeft(id);
    if (state === "ended") return;
    if (left) after(delayMs, () => void look(Math.min(LOOK_MS.longest, 2 * delayMs)));
    else settle();
  }

  function kill(): void {
    if (state === "killed" || state === "ended") return;
    const before = state;
    state = "killed";
    cancelKill();
    if (!signal(-id, "SIGKILL")) {
      settle();
      return;
    }
    step("KILLED");
    cancelGiveUp = after(AFTER_KILL_MS, () => {
      step("OUT_OF_REACH");
      settle();
    });
    if (before === "going") void look(LOOK_MS.first);
  }

  return {
    ended,
    kill,
    left: () => isLeft(id),
    end(graceMs) {
      if (state !== "going") return;
      state = "asked";
      if (!signal(-id, "SIGTERM")) {
        settle();
        return;
      }
      step("ASKED");
      cancelKill = after(graceMs, kill);
      void look(LOOK_MS.first);
    },
  };
}

/** Whether there was somebody to send it to. */
function signal(to: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(to, name);
  } catch (error) {
    // Not ours to signal is there all the same: a program that has changed its user.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * A process that has ended stays in its group until its parent has looked after it. For one whose parent has ended before, that is
 * process 1, and in many a container it never does: whom the signal reaches is then looked at more closely.
 */
async function isLeft(id: number): Promise<boolean> {
  if (!signal(-id, 0)) return false;
  if (signal(id, 0) || process.platform !== "linux") return true;
  for (const pid of await readdir("/proc").catch(() => [])) {
    if (!/^\d+$/.test(pid)) continue;
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    // `pid (name) state parent group …`: the name may hold anything.
    const [processState, , group] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (Number(group) === id && processState !== "Z" && processState !== "X") return true;
  }
  return false;
}
