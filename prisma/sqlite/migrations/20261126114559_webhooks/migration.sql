-- CreateTable
CREATE TABLE "webhooks" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "filter" TEXT NOT NULL,
    "headers" TEXT NOT NULL,
    "sealedKey" TEXT,
    "oldSealedKey" TEXT,
    "oldKeyUntil" BIGINT,
    "state" TEXT NOT NULL,
    "stateReason" TEXT,
    "cursor" INTEGER NOT NULL,
    "lostAt" BIGINT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failingSince" BIGINT,
    "deliveredAt" BIGINT,
    "holdUntil" BIGINT,
    "leaseUntil" BIGINT NOT NULL DEFAULT 0,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "webhookId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "taskId" TEXT,
    "runId" TEXT,
    "at" BIGINT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" BIGINT,
    "attemptedAt" BIGINT,
    "status" INTEGER,
    "error" TEXT,
    "durationMs" INTEGER,
    "createdAt" BIGINT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "webhooks_name_key" ON "webhooks"("name");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_deliveries_id_key" ON "webhook_deliveries"("id");

-- CreateIndex
CREATE INDEX "webhook_deliveries_webhookId_number_idx" ON "webhook_deliveries"("webhookId", "number");

-- CreateIndex
CREATE INDEX "webhook_deliveries_state_webhookId_nextAttemptAt_idx" ON "webhook_deliveries"("state", "webhookId", "nextAttemptAt");
