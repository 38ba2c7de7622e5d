// Brings a shared database to this program's schema: one instance does, the others wait for it.
import { PrismaPg } from "@prisma/adapter-pg";
import { migrate } from "../migrate.ts";
import { type Access, connect, shownUrl } from "./access.ts";

/** Of a session, so on a connection without a pooler in between. */
export const MIGRATION_LOCK = 0x63726f6f;

export async function migratePostgres({ listening, url }: Access): Promise<string[]> {
  const config = { connectionString: listening.connectionString as string };
  const client = await connect(config);
  try {
    await client.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    return await migrate(new PrismaPg(config), shownUrl(url));
  } finally {
    await client.end();
  }
}
