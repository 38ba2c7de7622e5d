-- CreateTable
CREATE TABLE "backfills" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "taskId" TEXT NOT NULL,
    "from" BIGINT NOT NULL,
    "until" BIGINT NOT NULL,
    "scope" TEXT NOT NULL,
    "ratePerMinute" INTEGER,
    "order" TEXT NOT NULL,
    "overlapPolicy" TEXT,
    "state" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "created" INTEGER NOT NULL,
    "cursor" BIGINT NOT NULL,
    "nextDueAt" BIGINT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "finishedAt" BIGINT
);

-- CreateTable
CREATE TABLE "calendars" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "description" TEXT,
    "timezone" TEXT,
    "entries" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "facts" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- AlterTable (by hand: making the tables anew would take the attempts and logs with them, for foreign keys are on)
ALTER TABLE "tasks" ADD COLUMN "exclusions" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "tasks" ADD COLUMN "startAt" BIGINT;
ALTER TABLE "tasks" ADD COLUMN "endAt" BIGINT;
ALTER TABLE "tasks" ADD COLUMN "maxRuns" INTEGER;
ALTER TABLE "tasks" ADD COLUMN "runCount" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "tasks" ADD COLUMN "jitterMs" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "tasks" ADD COLUMN "seed" TEXT NOT NULL DEFAULT '';
ALTER TABLE "tasks" ADD COLUMN "overlapBuffer" INTEGER NOT NULL DEFAULT 10;
ALTER TABLE "tasks" ADD COLUMN "catchUp" TEXT NOT NULL DEFAULT '{"limit":10,"order":"OLDEST_FIRST","ratePerMinute":null,"hold":null}';
ALTER TABLE "tasks" ADD COLUMN "startDeadlineMs" BIGINT;
ALTER TABLE "runs" ADD COLUMN "effectiveAt" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "runs" ADD COLUMN "heldUntil" BIGINT;
ALTER TABLE "runs" ADD COLUMN "backfillId" TEXT;
ALTER TABLE "runs" ADD COLUMN "overlapPolicy" TEXT;

-- CreateIndex
CREATE INDEX "runs_backfillId_state_idx" ON "runs"("backfillId", "state");

-- CreateIndex
CREATE INDEX "backfills_taskId_createdAt_idx" ON "backfills"("taskId", "createdAt");

-- CreateIndex
CREATE INDEX "backfills_state_idx" ON "backfills"("state");

-- CreateIndex
CREATE UNIQUE INDEX "calendars_nameKey_key" ON "calendars"("nameKey");

-- Rows from before: jitter was none, and what the hash is made of is the name, as for a new task.
UPDATE "runs" SET "effectiveAt" = "scheduledFor";
UPDATE "tasks" SET "seed" = "name";
