-- DropIndex
DROP INDEX "tasks_nameKey_key";

-- DropIndex
DROP INDEX "calendars_nameKey_key";

-- DropIndex
DROP INDEX "secrets_name_key";

-- DropIndex
DROP INDEX "webhooks_name_key";

-- AlterTable
ALTER TABLE "tasks" ADD COLUMN     "namespaceId" TEXT COLLATE "C" NOT NULL DEFAULT 'default';

-- AlterTable
ALTER TABLE "events" ADD COLUMN     "namespaceId" TEXT COLLATE "C" NOT NULL DEFAULT 'default';

-- AlterTable
ALTER TABLE "calendars" ADD COLUMN     "namespaceId" TEXT COLLATE "C" NOT NULL DEFAULT 'default';

-- AlterTable
ALTER TABLE "queues" ADD COLUMN     "namespaceId" TEXT COLLATE "C" NOT NULL DEFAULT 'default';

-- AlterTable
ALTER TABLE "secrets" ADD COLUMN     "namespaceId" TEXT COLLATE "C" NOT NULL DEFAULT 'default';

-- AlterTable
ALTER TABLE "api_tokens" ADD COLUMN     "namespaceId" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "audit_entries" ADD COLUMN     "namespaceId" TEXT COLLATE "C" DEFAULT 'default';

-- AlterTable
ALTER TABLE "webhooks" ADD COLUMN     "namespaceId" TEXT COLLATE "C" NOT NULL DEFAULT 'default';

-- CreateTable
CREATE TABLE "namespaces" (
    "id" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT COLLATE "C",
    "name" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C",
    "maxTasks" INTEGER,
    "maxRunning" INTEGER,
    "maxWaiting" INTEGER,
    "maxSecrets" INTEGER,
    "maxWebhooks" INTEGER,
    "version" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    "deletedAt" BIGINT,

    CONSTRAINT "namespaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "userId" TEXT COLLATE "C" NOT NULL,
    "namespaceId" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("userId","namespaceId")
);

-- CreateIndex
CREATE UNIQUE INDEX "namespaces_nameKey_key" ON "namespaces"("nameKey");

-- CreateIndex
CREATE INDEX "memberships_namespaceId_idx" ON "memberships"("namespaceId");

-- CreateIndex
CREATE UNIQUE INDEX "tasks_namespaceId_nameKey_key" ON "tasks"("namespaceId", "nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "calendars_namespaceId_nameKey_key" ON "calendars"("namespaceId", "nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "secrets_namespaceId_name_key" ON "secrets"("namespaceId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "webhooks_namespaceId_name_key" ON "webhooks"("namespaceId", "name");

-- CreateIndex
CREATE INDEX "events_namespaceId_cursor_idx" ON "events"("namespaceId", "cursor") WHERE "namespaceId" <> 'default';

-- CreateIndex
CREATE INDEX "namespaces_maxRunning_idx" ON "namespaces"("maxRunning") WHERE "maxRunning" IS NOT NULL;

-- Everything of before is in it.
INSERT INTO "namespaces" ("id", "nameKey", "name", "version", "createdAt", "updatedAt") VALUES ('default', 'default', 'default', 1, 0, 0);

-- Of the server, not of a namespace.
UPDATE "audit_entries" SET "namespaceId" = NULL WHERE "subjectKind" IN ('USER', 'TOKEN', 'SESSION');
