-- DropIndex
DROP INDEX "runs_lane_state_priority_dueAt_queueKey_idx";

-- CreateIndex
CREATE INDEX "runs_lane_state_priority_dueAt_id_queueKey_idx" ON "runs"("lane", "state", "priority", "dueAt", "id", "queueKey");
