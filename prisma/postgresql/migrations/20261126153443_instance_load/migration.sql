-- AlterTable
ALTER TABLE "instances" ADD COLUMN     "clockAheadMs" INTEGER,
ADD COLUMN     "load" DOUBLE PRECISION,
ADD COLUMN     "running" INTEGER NOT NULL DEFAULT 0;
