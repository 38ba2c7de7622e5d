-- AlterTable
ALTER TABLE "runs" ADD COLUMN "dismissReason" TEXT;
ALTER TABLE "runs" ADD COLUMN "dismissedAt" BIGINT;
ALTER TABLE "runs" ADD COLUMN "parentRunId" TEXT;
ALTER TABLE "runs" ADD COLUMN "redriveOfRunId" TEXT;
ALTER TABLE "runs" ADD COLUMN "redrivenByRunId" TEXT;

-- AlterTable
ALTER TABLE "tasks" ADD COLUMN "followUps" TEXT NOT NULL DEFAULT '[]';

-- CreateIndex
CREATE INDEX "runs_parentRunId_idx" ON "runs"("parentRunId");

-- CreateIndex
CREATE INDEX "runs_state_redrivenByRunId_dismissedAt_scheduledFor_id_idx" ON "runs"("state", "redrivenByRunId", "dismissedAt", "scheduledFor", "id");
