-- AlterTable
ALTER TABLE "tasks" ADD COLUMN "fallbackTarget" TEXT;

-- AlterTable
ALTER TABLE "runs" ADD COLUMN "fallback" TEXT;

-- AlterTable
ALTER TABLE "attempts" ADD COLUMN "fallback" BOOLEAN;
