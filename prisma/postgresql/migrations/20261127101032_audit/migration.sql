-- CreateTable
CREATE TABLE "audit_entries" (
    "id" TEXT COLLATE "C" NOT NULL,
    "at" BIGINT NOT NULL,
    "actorKind" TEXT COLLATE "C" NOT NULL,
    "actorId" TEXT COLLATE "C",
    "actorName" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C",
    "address" TEXT COLLATE "C",
    "userAgent" TEXT COLLATE "C",
    "transport" TEXT COLLATE "C" NOT NULL,
    "action" TEXT COLLATE "C" NOT NULL,
    "subjectKind" TEXT COLLATE "C",
    "subjectId" TEXT COLLATE "C",
    "subjectName" TEXT COLLATE "C",
    "version" INTEGER,
    "outcome" TEXT COLLATE "C" NOT NULL,
    "errorCode" TEXT COLLATE "C",
    "changeId" TEXT COLLATE "C" NOT NULL,
    "undoes" TEXT COLLATE "C",
    "idempotencyKey" TEXT COLLATE "C",
    "omitted" INTEGER NOT NULL DEFAULT 0,
    "searchText" TEXT COLLATE "C" NOT NULL,
    "before" TEXT COLLATE "C",
    "after" TEXT COLLATE "C",
    "definition" TEXT COLLATE "C",

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
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
CREATE INDEX "audit_entries_at_id_idx" ON "audit_entries"("at", "id") WHERE (outcome = 'REFUSED');

-- CreateIndex
CREATE INDEX "audit_entries_subjectId_version_idx" ON "audit_entries"("subjectId", "version") WHERE (definition IS NOT NULL);
