-- DropIndex
DROP INDEX "runs_taskId_state_idx";

-- AlterTable
ALTER TABLE "tasks" ADD COLUMN "prunedFrom" BIGINT;
ALTER TABLE "tasks" ADD COLUMN "prunedThrough" BIGINT;
ALTER TABLE "tasks" ADD COLUMN "retention" TEXT;

-- CreateIndex
CREATE INDEX "runs_taskId_state_finishedAt_idx" ON "runs"("taskId", "state", "finishedAt");
