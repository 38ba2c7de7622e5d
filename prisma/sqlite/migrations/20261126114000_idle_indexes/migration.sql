-- DropIndex
DROP INDEX "runs_dueAt_idx";

-- CreateIndex
CREATE INDEX "runs_state_dueAt_idx" ON "runs"("state", "dueAt");

-- CreateIndex
CREATE INDEX "tasks_state_nextRunAt_scheduleKind_idx" ON "tasks"("state", "nextRunAt", "scheduleKind");
