// Pauses tasks by themselves, in the transaction that records the failure they are paused for.
import { decideOverdue, hold } from "./catch-up.ts";
import type { NewId } from "./planning.ts";
import type { PauseWanted, StoreTransaction } from "./ports.ts";

export async function pauseWanted(
  tx: StoreTransaction,
  wanted: readonly PauseWanted[],
  now: number,
  newId: NewId,
): Promise<void> {
  for (const { taskId, why } of wanted) {
    const task = await tx.task(taskId);
    // Somebody paused or deleted it meanwhile, or another failure of the same report did.
    if (task?.state !== "ACTIVE" || task.deletedAt !== null) continue;
    const decided = await decideOverdue(tx, task, now, newId);
    await tx.saveTask(await hold(tx, decided?.task ?? task, now, why), "PAUSED");
  }
}
