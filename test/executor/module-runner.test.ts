// The runner of modules by itself, where the time can be held still.
import { expect, it, onTestFinished } from "vitest";
import type { Run } from "../../server/domain/types.ts";
import { createModuleRunner } from "../../server/executor/targets/module.ts";
import { createModuleCatalog } from "../../server/executor/targets/module-catalog.ts";
import { FIXTURE_MODULES } from "../support/app.ts";
import { aTask, NOON, newId } from "../support/tasks.ts";

it("a module's run is over with its answer: it waits for no timer, whatever its thread does next", async () => {
  const runner = createModuleRunner({
    threads: 1,
    memoryMb: 64,
    processMb: 4_096,
    outgoing: { words: [], ranges: [], hosts: [], byDefault: false },
    modules: createModuleCatalog(FIXTURE_MODULES),
    after: () => () => {},
  });
  onTestFinished(() => runner.stop());
  const target = { kind: "MODULE", name: "echo" } as const;
  const task = aTask({ target });
  const lines: string[] = [];
  for (let i = 0; i < 5; i++) {
    const result = await runner.run({
      run: { id: newId(), attempt: 1, trigger: "MANUAL", scheduledFor: NOON } as Run,
      task,
      target,
      payload: i,
      at: NOON,
      signal: new AbortController().signal,
      log: (_, text) => lines.push(text),
      alive: () => {},
      progress: () => {},
    });
    expect(result).toMatchObject({ ok: true, result: { payload: i } });
    expect(lines).toHaveLength(2 * (i + 1));
  }
});
