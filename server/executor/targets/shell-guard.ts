// Sees to it that commands do not outlive a server that is killed. A small shell process of its own session reads which process
// groups are going from a pipe that only the server holds; when the pipe ends without a word, it kills those that are left.
// States: none → (watch) going → (died) going anew, told what is going, or none; → (stop) ended.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

const SCRIPT = `
trap '' HUP INT TERM
going=' '
while read -r what group; do
  case $what in
    +) going="$going$group " ;;
    -) going="\${going%% $group *} \${going#* $group }" ;;
  esac
done
for group in $going; do
  kill -s KILL -- "-$group" 2>/dev/null || kill -s KILL "-$group" 2>/dev/null
done`;

/** A system on which it dies again and again must not be kept busy; the next command tries once more. */
const MOST_REPLACED = 10;

export interface ShellGuard {
  watch(group: number): void;
  forget(group: number): void;
  /** Resolves when it has ended. */
  stop(): Promise<void>;
}

export function createShellGuard(): ShellGuard {
  const groups = new Set<number>();
  let guard: ChildProcess | undefined;
  let stopping = false;
  let replaced = 0;

  function begin(): ChildProcess {
    // Without the server's environment, and out of reach of its terminal.
    const child = spawn("/bin/sh", ["-c", SCRIPT], {
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
      env: {},
      cwd: "/",
    });
    child.on("error", () => died(child)).on("exit", () => died(child));
    child.stdin?.on("error", () => {});
    child.unref();
    for (const group of groups) child.stdin?.write(`+ ${group}\n`);
    return child;
  }

  function died(child: ChildProcess): void {
    if (guard !== child) return;
    guard = undefined;
    if (!stopping && groups.size > 0 && replaced++ < MOST_REPLACED) guard = begin();
  }

  return {
    watch(group) {
      if (guard) guard.stdin?.write(`+ ${group}\n`);
      groups.add(group);
      guard ??= begin();
    },
    forget(group) {
      if (groups.delete(group)) guard?.stdin?.write(`- ${group}\n`);
    },
    async stop() {
      stopping = true;
      const child = guard;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      child.ref();
      const ended = once(child, "exit");
      child.stdin?.end();
      await ended;
    },
  };
}
