-- AlterTable
ALTER TABLE "attempts" ADD COLUMN "outputTail" TEXT;

-- AlterTable
ALTER TABLE "tasks" ADD COLUMN "pauseAfterFailures" INTEGER;
ALTER TABLE "tasks" ADD COLUMN "consecutiveFailures" INTEGER NOT NULL DEFAULT 0;
