-- DropIndex
DROP INDEX "runs_lane_state_priority_dueAt_id_queueKey_idx";

-- DropIndex
DROP INDEX "runs_state_dueAt_idx";

-- DropIndex
DROP INDEX "runs_state_leaseUntil_idx";

-- DropIndex
DROP INDEX "runs_state_finishedAt_idx";

-- DropIndex
DROP INDEX "runs_backfillId_state_idx";

-- DropIndex
DROP INDEX "runs_parentRunId_idx";

-- DropIndex
DROP INDEX "runs_state_redrivenByRunId_dismissedAt_scheduledFor_id_idx";

-- CreateIndex
CREATE INDEX "runs_lane_state_priority_dueAt_id_queueKey_idx" ON "runs"("lane", "state", "priority", "dueAt", "id", "queueKey") WHERE ("finishedAt" IS NULL);

-- CreateIndex
CREATE INDEX "runs_state_dueAt_idx" ON "runs"("state", "dueAt") WHERE ("dueAt" IS NOT NULL);

-- CreateIndex
CREATE INDEX "runs_state_leaseUntil_idx" ON "runs"("state", "leaseUntil") WHERE ("leaseUntil" IS NOT NULL);

-- CreateIndex
CREATE INDEX "runs_state_finishedAt_idx" ON "runs"("state", "finishedAt") WHERE ("finishedAt" IS NOT NULL);

-- CreateIndex
CREATE INDEX "runs_backfillId_state_idx" ON "runs"("backfillId", "state") WHERE ("backfillId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "runs_parentRunId_idx" ON "runs"("parentRunId") WHERE ("parentRunId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "runs_state_redrivenByRunId_dismissedAt_scheduledFor_id_idx" ON "runs"("state", "redrivenByRunId", "dismissedAt", "scheduledFor", "id") WHERE (state = 'FAILED');
