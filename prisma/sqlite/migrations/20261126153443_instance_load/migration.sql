-- AlterTable
ALTER TABLE "instances" ADD COLUMN "running" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "instances" ADD COLUMN "load" REAL;
ALTER TABLE "instances" ADD COLUMN "clockAheadMs" INTEGER;
