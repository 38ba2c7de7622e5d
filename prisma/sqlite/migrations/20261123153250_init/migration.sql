-- CreateTable
CREATE TABLE "tasks" (
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
    "overlapPolicy" TEXT NOT NULL,
    "missedRunPolicy" TEXT NOT NULL,
    "catchUpWindowMs" BIGINT NOT NULL,
    "onCrash" TEXT NOT NULL,
    "pauseReason" TEXT,
    "pausedAt" BIGINT,
    "nextRunAt" BIGINT,
    "plannedThrough" BIGINT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    "deletedAt" BIGINT
);

-- CreateTable
CREATE TABLE "runs" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "taskId" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "occurrence" BIGINT,
    "state" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "scheduledFor" BIGINT NOT NULL,
    "dueAt" BIGINT,
    "startedAt" BIGINT,
    "finishedAt" BIGINT,
    "late" BOOLEAN NOT NULL,
    "attempt" INTEGER NOT NULL,
    "maxAttempts" INTEGER NOT NULL,
    "crashes" INTEGER NOT NULL,
    "interruptions" INTEGER NOT NULL,
    "why" TEXT,
    "blockedByRunId" TEXT,
    "errorCode" TEXT,
    "errorMessage" TEXT,
    "progress" REAL,
    "progressMessage" TEXT,
    "instanceId" TEXT,
    "leaseUntil" BIGINT,
    "cancelRequestedAt" BIGINT,
    "hasPayload" BOOLEAN NOT NULL,
    "payload" TEXT,
    "result" TEXT,
    "resultTruncated" BOOLEAN NOT NULL,
    "eventSequence" INTEGER NOT NULL,
    "logLines" INTEGER NOT NULL,
    "logBytes" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "runs_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "tasks" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "attempts" (
    "runId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "startedAt" BIGINT NOT NULL,
    "finishedAt" BIGINT,
    "outcome" TEXT,
    "errorCode" TEXT,
    "errorMessage" TEXT,
    "instanceId" TEXT NOT NULL,

    PRIMARY KEY ("runId", "number"),
    CONSTRAINT "attempts_runId_fkey" FOREIGN KEY ("runId") REFERENCES "runs" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "log_lines" (
    "runId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "level" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    PRIMARY KEY ("runId", "number"),
    CONSTRAINT "log_lines_runId_fkey" FOREIGN KEY ("runId") REFERENCES "runs" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "events" (
    "cursor" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "taskId" TEXT NOT NULL,
    "runId" TEXT,
    "sequence" INTEGER,
    "data" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "instances" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hostname" TEXT NOT NULL,
    "pid" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "roles" TEXT NOT NULL,
    "startedAt" BIGINT NOT NULL,
    "lastSeenAt" BIGINT NOT NULL,
    "stoppedAt" BIGINT
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "operation" TEXT NOT NULL,
    "inputHash" TEXT NOT NULL,
    "resultId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "tasks_nameKey_key" ON "tasks"("nameKey");

-- CreateIndex
CREATE INDEX "tasks_state_plannedThrough_idx" ON "tasks"("state", "plannedThrough");

-- CreateIndex
CREATE INDEX "tasks_deletedAt_nameKey_id_idx" ON "tasks"("deletedAt", "nameKey", "id");

-- CreateIndex
CREATE INDEX "tasks_deletedAt_nextRunAt_id_idx" ON "tasks"("deletedAt", "nextRunAt", "id");

-- CreateIndex
CREATE INDEX "tasks_deletedAt_createdAt_id_idx" ON "tasks"("deletedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "tasks_deletedAt_updatedAt_id_idx" ON "tasks"("deletedAt", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "runs_lane_dueAt_idx" ON "runs"("lane", "dueAt");

-- CreateIndex
CREATE INDEX "runs_dueAt_idx" ON "runs"("dueAt");

-- CreateIndex
CREATE INDEX "runs_state_leaseUntil_idx" ON "runs"("state", "leaseUntil");

-- CreateIndex
CREATE INDEX "runs_state_scheduledFor_id_idx" ON "runs"("state", "scheduledFor", "id");

-- CreateIndex
CREATE INDEX "runs_state_finishedAt_idx" ON "runs"("state", "finishedAt");

-- CreateIndex
CREATE INDEX "runs_taskId_state_idx" ON "runs"("taskId", "state");

-- CreateIndex
CREATE INDEX "runs_taskId_scheduledFor_id_idx" ON "runs"("taskId", "scheduledFor", "id");

-- CreateIndex
CREATE INDEX "runs_scheduledFor_id_idx" ON "runs"("scheduledFor", "id");

-- CreateIndex
CREATE INDEX "runs_createdAt_id_idx" ON "runs"("createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "runs_taskId_occurrence_key" ON "runs"("taskId", "occurrence");

-- CreateIndex
CREATE INDEX "events_taskId_cursor_idx" ON "events"("taskId", "cursor");

-- CreateIndex
CREATE INDEX "events_runId_cursor_idx" ON "events"("runId", "cursor");

-- CreateIndex
CREATE INDEX "instances_lastSeenAt_idx" ON "instances"("lastSeenAt");

-- CreateIndex
CREATE INDEX "idempotency_keys_createdAt_idx" ON "idempotency_keys"("createdAt");
