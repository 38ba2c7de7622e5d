-- AlterTable
ALTER TABLE "users" ADD COLUMN     "issuer" TEXT COLLATE "C",
ADD COLUMN     "subject" TEXT COLLATE "C";

-- CreateTable
CREATE TABLE "spent_sign_ins" (
    "hash" TEXT COLLATE "C" NOT NULL,
    "expiresAt" BIGINT NOT NULL,

    CONSTRAINT "spent_sign_ins_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_issuer_subject_key" ON "users"("issuer", "subject");
