-- AlterTable
ALTER TABLE "attempts" ADD COLUMN "outputTail" TEXT;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_tasks" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT,
    "searchText" TEXT NOT NULL,
    "description" TEXT,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "scheduleKind" TEXT NOT NULL,
    "schedule" TEXT NOT NULL,
    "targetKind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "payload" TEXT,
    "retry" TEXT NOT NULL,
    "timeoutMs" INTEGER NOT NULL,
    "exclusions" TEXT NOT NULL DEFAULT '[]',
    "startAt" BIGINT,
    "endAt" BIGINT,
    "maxRuns" INTEGER,
    "runCount" INTEGER NOT NULL DEFAULT 0,
    "jitterMs" INTEGER NOT NULL DEFAULT 0,
    "seed" TEXT NOT NULL DEFAULT '',
    "overlapPolicy" TEXT NOT NULL,
    "overlapBuffer" INTEGER NOT NULL DEFAULT 10,
    "missedRunPolicy" TEXT NOT NULL,
    "catchUpWindowMs" BIGINT NOT NULL,
    "catchUp" TEXT NOT NULL DEFAULT '{"limit":10,"order":"OLDEST_FIRST","ratePerMinute":null,"hold":null}',
    "startDeadlineMs" BIGINT,
    "onCrash" TEXT NOT NULL,
    "pauseAfterFailures" INTEGER,
    "consecutiveFailures" INTEGER NOT NULL DEFAULT 0,
    "retention" TEXT,
    "pauseReason" TEXT,
    "pausedAt" BIGINT,
    "nextRunAt" BIGINT,
    "plannedThrough" BIGINT NOT NULL,
    "prunedFrom" BIGINT,
    "prunedThrough" BIGINT,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    "deletedAt" BIGINT
);
INSERT INTO "new_tasks" ("catchUp", "catchUpWindowMs", "createdAt", "deletedAt", "description", "endAt", "exclusions", "id", "jitterMs", "maxRuns", "missedRunPolicy", "name", "nameKey", "nextRunAt", "onCrash", "overlapBuffer", "overlapPolicy", "pauseReason", "pausedAt", "payload", "plannedThrough", "prunedFrom", "prunedThrough", "retention", "retry", "runCount", "schedule", "scheduleKind", "searchText", "seed", "startAt", "startDeadlineMs", "state", "target", "targetKind", "timeoutMs", "updatedAt", "version") SELECT "catchUp", "catchUpWindowMs", "createdAt", "deletedAt", "description", "endAt", "exclusions", "id", "jitterMs", "maxRuns", "missedRunPolicy", "name", "nameKey", "nextRunAt", "onCrash", "overlapBuffer", "overlapPolicy", "pauseReason", "pausedAt", "payload", "plannedThrough", "prunedFrom", "prunedThrough", "retention", "retry", "runCount", "schedule", "scheduleKind", "searchText", "seed", "startAt", "startDeadlineMs", "state", "target", "targetKind", "timeoutMs", "updatedAt", "version" FROM "tasks";
DROP TABLE "tasks";
ALTER TABLE "new_tasks" RENAME TO "tasks";
CREATE UNIQUE INDEX "tasks_nameKey_key" ON "tasks"("nameKey");
CREATE INDEX "tasks_state_plannedThrough_idx" ON "tasks"("state", "plannedThrough");
CREATE INDEX "tasks_deletedAt_nameKey_id_idx" ON "tasks"("deletedAt", "nameKey", "id");
CREATE INDEX "tasks_deletedAt_nextRunAt_id_idx" ON "tasks"("deletedAt", "nextRunAt", "id");
CREATE INDEX "tasks_deletedAt_createdAt_id_idx" ON "tasks"("deletedAt", "createdAt", "id");
CREATE INDEX "tasks_deletedAt_updatedAt_id_idx" ON "tasks"("deletedAt", "updatedAt", "id");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
