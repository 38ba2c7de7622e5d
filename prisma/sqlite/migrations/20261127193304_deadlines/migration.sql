-- DropIndex
DROP INDEX "tasks_queueTimeoutMs_idx";

-- CreateIndex
CREATE INDEX "tasks_queueTimeoutMs_idx" ON "tasks"("queueTimeoutMs") WHERE "queueTimeoutMs" IS NOT NULL;

-- CreateIndex
CREATE INDEX "tasks_startDeadlineMs_idx" ON "tasks"("startDeadlineMs") WHERE "startDeadlineMs" IS NOT NULL;
