-- AlterTable
ALTER TABLE "users" ADD COLUMN "issuer" TEXT;
ALTER TABLE "users" ADD COLUMN "subject" TEXT;

-- CreateTable
CREATE TABLE "spent_sign_ins" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "expiresAt" BIGINT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "users_issuer_subject_key" ON "users"("issuer", "subject");
