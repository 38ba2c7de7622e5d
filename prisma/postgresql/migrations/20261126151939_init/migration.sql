-- CreateTable
CREATE TABLE "tasks" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT COLLATE "C",
    "searchText" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C",
    "state" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "scheduleKind" TEXT COLLATE "C" NOT NULL,
    "schedule" TEXT COLLATE "C" NOT NULL,
    "targetKind" TEXT COLLATE "C" NOT NULL,
    "target" TEXT COLLATE "C" NOT NULL,
    "fallbackTarget" TEXT COLLATE "C",
    "payload" TEXT COLLATE "C",
    "retry" TEXT COLLATE "C" NOT NULL,
    "timeoutMs" INTEGER NOT NULL,
    "queue" TEXT COLLATE "C",
    "queueKey" TEXT COLLATE "C",
    "priority" INTEGER NOT NULL DEFAULT 0,
    "queueTimeoutMs" BIGINT,
    "startTimeoutMs" INTEGER,
    "silenceTimeoutMs" INTEGER,
    "exclusions" TEXT COLLATE "C" NOT NULL DEFAULT '[]',
    "startAt" BIGINT,
    "endAt" BIGINT,
    "maxRuns" INTEGER,
    "runCount" INTEGER NOT NULL DEFAULT 0,
    "jitterMs" INTEGER NOT NULL DEFAULT 0,
    "seed" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "overlapPolicy" TEXT COLLATE "C" NOT NULL,
    "overlapBuffer" INTEGER NOT NULL DEFAULT 10,
    "missedRunPolicy" TEXT COLLATE "C" NOT NULL,
    "catchUpWindowMs" BIGINT NOT NULL,
    "catchUp" TEXT COLLATE "C" NOT NULL DEFAULT '{"limit":10,"order":"OLDEST_FIRST","ratePerMinute":null,"hold":null}',
    "startDeadlineMs" BIGINT,
    "onCrash" TEXT COLLATE "C" NOT NULL,
    "pauseAfterFailures" INTEGER,
    "consecutiveFailures" INTEGER NOT NULL DEFAULT 0,
    "retention" TEXT COLLATE "C",
    "followUps" TEXT COLLATE "C" NOT NULL DEFAULT '[]',
    "pauseReason" TEXT COLLATE "C",
    "pausedAt" BIGINT,
    "nextRunAt" BIGINT,
    "plannedThrough" BIGINT NOT NULL,
    "prunedFrom" BIGINT,
    "prunedThrough" BIGINT,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    "deletedAt" BIGINT,

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "runs" (
    "id" TEXT COLLATE "C" NOT NULL,
    "taskId" TEXT COLLATE "C" NOT NULL,
    "trigger" TEXT COLLATE "C" NOT NULL,
    "occurrence" BIGINT,
    "state" TEXT COLLATE "C" NOT NULL,
    "lane" TEXT COLLATE "C" NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "queueKey" TEXT COLLATE "C",
    "scheduledFor" BIGINT NOT NULL,
    "effectiveAt" BIGINT NOT NULL DEFAULT 0,
    "dueAt" BIGINT,
    "startedAt" BIGINT,
    "finishedAt" BIGINT,
    "late" BOOLEAN NOT NULL,
    "attempt" INTEGER NOT NULL,
    "maxAttempts" INTEGER NOT NULL,
    "crashes" INTEGER NOT NULL,
    "interruptions" INTEGER NOT NULL,
    "fallback" TEXT COLLATE "C",
    "why" TEXT COLLATE "C",
    "blockedByRunId" TEXT COLLATE "C",
    "heldUntil" BIGINT,
    "backfillId" TEXT COLLATE "C",
    "parentRunId" TEXT COLLATE "C",
    "redriveOfRunId" TEXT COLLATE "C",
    "redrivenByRunId" TEXT COLLATE "C",
    "dismissedAt" BIGINT,
    "dismissReason" TEXT COLLATE "C",
    "overlapPolicy" TEXT COLLATE "C",
    "errorCode" TEXT COLLATE "C",
    "errorMessage" TEXT COLLATE "C",
    "progress" DOUBLE PRECISION,
    "progressMessage" TEXT COLLATE "C",
    "instanceId" TEXT COLLATE "C",
    "leaseUntil" BIGINT,
    "cancelRequestedAt" BIGINT,
    "hasPayload" BOOLEAN NOT NULL,
    "payloadLiteral" BOOLEAN,
    "payload" TEXT COLLATE "C",
    "result" TEXT COLLATE "C",
    "resultTruncated" BOOLEAN NOT NULL,
    "eventSequence" INTEGER NOT NULL,
    "logLines" INTEGER NOT NULL,
    "logBytes" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempts" (
    "runId" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "startedAt" BIGINT NOT NULL,
    "finishedAt" BIGINT,
    "outcome" TEXT COLLATE "C",
    "errorCode" TEXT COLLATE "C",
    "errorMessage" TEXT COLLATE "C",
    "outputTail" TEXT COLLATE "C",
    "fallback" BOOLEAN,
    "instanceId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("runId","number")
);

-- CreateTable
CREATE TABLE "log_lines" (
    "runId" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "level" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "log_lines_pkey" PRIMARY KEY ("runId","number")
);

-- CreateTable
CREATE TABLE "events" (
    "cursor" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "taskId" TEXT COLLATE "C" NOT NULL,
    "runId" TEXT COLLATE "C",
    "sequence" INTEGER,
    "data" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("cursor")
) PARTITION BY RANGE ("cursor");

-- Retention drops what is oldest as a whole. The program makes the next ones in time, and the last one is for what comes before that.
CREATE TABLE "events_0" PARTITION OF "events" FOR VALUES FROM (MINVALUE) TO (1000000);
CREATE TABLE "events_rest" PARTITION OF "events" DEFAULT;

-- CreateTable
CREATE TABLE "instances" (
    "id" TEXT COLLATE "C" NOT NULL,
    "hostname" TEXT COLLATE "C" NOT NULL,
    "pid" INTEGER NOT NULL,
    "version" TEXT COLLATE "C" NOT NULL,
    "roles" TEXT COLLATE "C" NOT NULL,
    "startedAt" BIGINT NOT NULL,
    "lastSeenAt" BIGINT NOT NULL,
    "stoppedAt" BIGINT,

    CONSTRAINT "instances_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "key" TEXT COLLATE "C" NOT NULL,
    "operation" TEXT COLLATE "C" NOT NULL,
    "inputHash" TEXT COLLATE "C" NOT NULL,
    "resultId" TEXT COLLATE "C" NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "backfills" (
    "id" TEXT COLLATE "C" NOT NULL,
    "taskId" TEXT COLLATE "C" NOT NULL,
    "from" BIGINT NOT NULL,
    "until" BIGINT NOT NULL,
    "scope" TEXT COLLATE "C" NOT NULL,
    "ratePerMinute" INTEGER,
    "order" TEXT COLLATE "C" NOT NULL,
    "overlapPolicy" TEXT COLLATE "C",
    "state" TEXT COLLATE "C" NOT NULL,
    "total" INTEGER NOT NULL,
    "created" INTEGER NOT NULL,
    "cursor" BIGINT NOT NULL,
    "nextDueAt" BIGINT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "finishedAt" BIGINT,

    CONSTRAINT "backfills_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendars" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C",
    "timezone" TEXT COLLATE "C",
    "entries" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,

    CONSTRAINT "calendars_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "queues" (
    "name" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C",
    "concurrency" INTEGER,
    "concurrencyPerKey" INTEGER,
    "rateLimit" INTEGER,
    "ratePeriodMs" BIGINT,
    "rateBurst" INTEGER,
    "tokens" DOUBLE PRECISION NOT NULL,
    "tokensAt" BIGINT NOT NULL,
    "pausedAt" BIGINT,
    "pauseReason" TEXT COLLATE "C",
    "version" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,

    CONSTRAINT "queues_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "secrets" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C",
    "sealed" TEXT COLLATE "C" NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,

    CONSTRAINT "secrets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "facts" (
    "key" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "facts_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "webhooks" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "url" TEXT COLLATE "C" NOT NULL,
    "format" TEXT COLLATE "C" NOT NULL,
    "filter" TEXT COLLATE "C" NOT NULL,
    "headers" TEXT COLLATE "C" NOT NULL,
    "sealedKey" TEXT COLLATE "C",
    "oldSealedKey" TEXT COLLATE "C",
    "oldKeyUntil" BIGINT,
    "state" TEXT COLLATE "C" NOT NULL,
    "stateReason" TEXT COLLATE "C",
    "cursor" BIGINT NOT NULL,
    "lostAt" BIGINT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failingSince" BIGINT,
    "deliveredAt" BIGINT,
    "holdUntil" BIGINT,
    "leaseUntil" BIGINT NOT NULL DEFAULT 0,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,

    CONSTRAINT "webhooks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "number" BIGSERIAL NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "webhookId" TEXT COLLATE "C" NOT NULL,
    "messageId" TEXT COLLATE "C" NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "taskId" TEXT COLLATE "C",
    "runId" TEXT COLLATE "C",
    "at" BIGINT NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" BIGINT,
    "attemptedAt" BIGINT,
    "status" INTEGER,
    "error" TEXT COLLATE "C",
    "durationMs" INTEGER,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "tasks_nameKey_key" ON "tasks"("nameKey");

-- CreateIndex
CREATE INDEX "tasks_state_plannedThrough_idx" ON "tasks"("state", "plannedThrough");

-- CreateIndex
CREATE INDEX "tasks_state_nextRunAt_scheduleKind_idx" ON "tasks"("state", "nextRunAt", "scheduleKind");

-- CreateIndex
CREATE INDEX "tasks_deletedAt_nameKey_id_idx" ON "tasks"("deletedAt", "nameKey", "id");

-- CreateIndex
CREATE INDEX "tasks_deletedAt_nextRunAt_id_idx" ON "tasks"("deletedAt", "nextRunAt", "id");

-- CreateIndex
CREATE INDEX "tasks_deletedAt_createdAt_id_idx" ON "tasks"("deletedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "tasks_deletedAt_updatedAt_id_idx" ON "tasks"("deletedAt", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "tasks_queueTimeoutMs_idx" ON "tasks"("queueTimeoutMs");

-- CreateIndex
CREATE INDEX "runs_lane_state_priority_dueAt_id_queueKey_idx" ON "runs"("lane", "state", "priority", "dueAt", "id", "queueKey");

-- CreateIndex
CREATE INDEX "runs_state_dueAt_idx" ON "runs"("state", "dueAt");

-- CreateIndex
CREATE INDEX "runs_state_leaseUntil_idx" ON "runs"("state", "leaseUntil");

-- CreateIndex
CREATE INDEX "runs_state_scheduledFor_id_idx" ON "runs"("state", "scheduledFor", "id");

-- CreateIndex
CREATE INDEX "runs_state_finishedAt_idx" ON "runs"("state", "finishedAt");

-- CreateIndex
CREATE INDEX "runs_taskId_state_finishedAt_idx" ON "runs"("taskId", "state", "finishedAt");

-- CreateIndex
CREATE INDEX "runs_taskId_scheduledFor_id_idx" ON "runs"("taskId", "scheduledFor", "id");

-- CreateIndex
CREATE INDEX "runs_scheduledFor_id_idx" ON "runs"("scheduledFor", "id");

-- CreateIndex
CREATE INDEX "runs_createdAt_id_idx" ON "runs"("createdAt", "id");

-- CreateIndex
CREATE INDEX "runs_backfillId_state_idx" ON "runs"("backfillId", "state");

-- CreateIndex
CREATE INDEX "runs_parentRunId_idx" ON "runs"("parentRunId");

-- CreateIndex
CREATE INDEX "runs_state_redrivenByRunId_dismissedAt_scheduledFor_id_idx" ON "runs"("state", "redrivenByRunId", "dismissedAt", "scheduledFor", "id");

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

-- CreateIndex
CREATE INDEX "backfills_taskId_createdAt_idx" ON "backfills"("taskId", "createdAt");

-- CreateIndex
CREATE INDEX "backfills_state_idx" ON "backfills"("state");

-- CreateIndex
CREATE UNIQUE INDEX "calendars_nameKey_key" ON "calendars"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "secrets_name_key" ON "secrets"("name");

-- CreateIndex
CREATE UNIQUE INDEX "webhooks_name_key" ON "webhooks"("name");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_deliveries_id_key" ON "webhook_deliveries"("id");

-- CreateIndex
CREATE INDEX "webhook_deliveries_webhookId_number_idx" ON "webhook_deliveries"("webhookId", "number");

-- CreateIndex
CREATE INDEX "webhook_deliveries_state_webhookId_nextAttemptAt_idx" ON "webhook_deliveries"("state", "webhookId", "nextAttemptAt");

-- AddForeignKey
ALTER TABLE "runs" ADD CONSTRAINT "runs_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_runId_fkey" FOREIGN KEY ("runId") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_lines" ADD CONSTRAINT "log_lines_runId_fkey" FOREIGN KEY ("runId") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;
