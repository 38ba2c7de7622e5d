-- CreateTable
CREATE TABLE "audit_entries" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" BIGINT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "userId" TEXT,
    "address" TEXT,
    "userAgent" TEXT,
    "transport" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT,
    "subjectId" TEXT,
    "subjectName" TEXT,
    "version" INTEGER,
    "outcome" TEXT NOT NULL,
    "errorCode" TEXT,
    "changeId" TEXT NOT NULL,
    "undoes" TEXT,
    "idempotencyKey" TEXT,
    "omitted" INTEGER NOT NULL DEFAULT 0,
    "searchText" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "definition" TEXT
);

-- CreateIndex
CREATE INDEX "audit_entries_at_id_searchText_idx" ON "audit_entries"("at", "id", "searchText");

-- CreateIndex
CREATE INDEX "audit_entries_actorId_at_id_idx" ON "audit_entries"("actorId", "at", "id");

-- CreateIndex
CREATE INDEX "audit_entries_action_at_id_idx" ON "audit_entries"("action", "at", "id");

-- CreateIndex
CREATE INDEX "audit_entries_subjectKind_at_id_idx" ON "audit_entries"("subjectKind", "at", "id");

-- CreateIndex
CREATE INDEX "audit_entries_subjectId_at_id_idx" ON "audit_entries"("subjectId", "at", "id");

-- CreateIndex
CREATE INDEX "audit_entries_changeId_id_idx" ON "audit_entries"("changeId", "id");

-- CreateIndex
CREATE INDEX "audit_entries_at_id_idx" ON "audit_entries"("at", "id") WHERE outcome = 'REFUSED';

-- CreateIndex
CREATE INDEX "audit_entries_subjectId_version_idx" ON "audit_entries"("subjectId", "version") WHERE definition IS NOT NULL;
