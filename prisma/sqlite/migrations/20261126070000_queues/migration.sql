-- CreateTable
CREATE TABLE "queues" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "description" TEXT,
    "concurrency" INTEGER,
    "concurrencyPerKey" INTEGER,
    "rateLimit" INTEGER,
    "ratePeriodMs" BIGINT,
    "rateBurst" INTEGER,
    "tokens" REAL NOT NULL,
    "tokensAt" BIGINT NOT NULL,
    "pausedAt" BIGINT,
    "pauseReason" TEXT,
    "version" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL
);

-- AlterTable
ALTER TABLE "tasks" ADD COLUMN "queue" TEXT;
ALTER TABLE "tasks" ADD COLUMN "queueKey" TEXT;
ALTER TABLE "tasks" ADD COLUMN "priority" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "tasks" ADD COLUMN "queueTimeoutMs" BIGINT;
ALTER TABLE "tasks" ADD COLUMN "startTimeoutMs" INTEGER;
ALTER TABLE "tasks" ADD COLUMN "silenceTimeoutMs" INTEGER;

-- AlterTable
ALTER TABLE "runs" ADD COLUMN "queueKey" TEXT;
ALTER TABLE "runs" ADD COLUMN "priority" INTEGER NOT NULL DEFAULT 0;

-- DropIndex
DROP INDEX "runs_lane_dueAt_idx";

-- CreateIndex
CREATE INDEX "runs_lane_state_priority_dueAt_queueKey_idx" ON "runs"("lane", "state", "priority", "dueAt", "queueKey");

-- CreateIndex
CREATE INDEX "tasks_queueTimeoutMs_idx" ON "tasks"("queueTimeoutMs");
