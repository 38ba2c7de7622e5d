-- AlterTable
ALTER TABLE "api_tokens" ADD COLUMN "namespaceId" TEXT;

-- AlterTable
ALTER TABLE "audit_entries" ADD COLUMN "namespaceId" TEXT DEFAULT 'default';

-- CreateTable
CREATE TABLE "namespaces" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "nameKey" TEXT,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "maxTasks" INTEGER,
    "maxRunning" INTEGER,
    "maxWaiting" INTEGER,
    "maxSecrets" INTEGER,
    "maxWebhooks" INTEGER,
    "version" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    "deletedAt" BIGINT
);

-- CreateTable
CREATE TABLE "memberships" (
    "userId" TEXT NOT NULL,
    "namespaceId" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    PRIMARY KEY ("userId", "namespaceId")
);

-- Columns are added in place: the event log keeps its numbers, and large tables are not copied.
ALTER TABLE "tasks" ADD COLUMN "namespaceId" TEXT NOT NULL DEFAULT 'default';
ALTER TABLE "events" ADD COLUMN "namespaceId" TEXT NOT NULL DEFAULT 'default';
ALTER TABLE "queues" ADD COLUMN "namespaceId" TEXT NOT NULL DEFAULT 'default';
ALTER TABLE "calendars" ADD COLUMN "namespaceId" TEXT NOT NULL DEFAULT 'default';
ALTER TABLE "secrets" ADD COLUMN "namespaceId" TEXT NOT NULL DEFAULT 'default';
ALTER TABLE "webhooks" ADD COLUMN "namespaceId" TEXT NOT NULL DEFAULT 'default';

-- DropIndex
DROP INDEX "tasks_nameKey_key";
DROP INDEX "calendars_nameKey_key";
DROP INDEX "secrets_name_key";
DROP INDEX "webhooks_name_key";

-- CreateIndex
CREATE UNIQUE INDEX "tasks_namespaceId_nameKey_key" ON "tasks"("namespaceId", "nameKey");
CREATE UNIQUE INDEX "calendars_namespaceId_nameKey_key" ON "calendars"("namespaceId", "nameKey");
CREATE UNIQUE INDEX "secrets_namespaceId_name_key" ON "secrets"("namespaceId", "name");
CREATE UNIQUE INDEX "webhooks_namespaceId_name_key" ON "webhooks"("namespaceId", "name");
CREATE UNIQUE INDEX "namespaces_nameKey_key" ON "namespaces"("nameKey");
CREATE INDEX "memberships_namespaceId_idx" ON "memberships"("namespaceId");

-- CreateIndex
CREATE INDEX "events_namespaceId_cursor_idx" ON "events"("namespaceId", "cursor") WHERE "namespaceId" <> 'default';

-- CreateIndex
CREATE INDEX "namespaces_maxRunning_idx" ON "namespaces"("maxRunning") WHERE "maxRunning" IS NOT NULL;

-- Everything of before is in it.
INSERT INTO "namespaces" ("id", "nameKey", "name", "version", "createdAt", "updatedAt") VALUES ('default', 'default', 'default', 1, 0, 0);

-- Of the server, not of a namespace.
UPDATE "audit_entries" SET "namespaceId" = NULL WHERE "subjectKind" IN ('USER', 'TOKEN', 'SESSION');
