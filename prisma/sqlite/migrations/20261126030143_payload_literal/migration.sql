-- AlterTable
ALTER TABLE "runs" ADD COLUMN "payloadLiteral" BOOLEAN;
