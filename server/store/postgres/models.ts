// Prisma's models on the connection that writes, so that they take part in the transaction that is open on it. The client for
// PostgreSQL has the same models as the one for SQLite, made of the same schema, but types of its own: the one cast is here.
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Models } from "../database.ts";
import { PrismaClient } from "../prisma-postgresql/client.ts";
import type { Writer } from "./writer.ts";

export function modelsOn(writer: Writer): Models {
  // A pool in name: Prisma's adapter asks it for queries, and each goes to the writer.
  const pool = Object.assign(new pg.Pool({ max: 1 }), { query: writer.driver.query });
  const { instance, idempotencyKey } = new PrismaClient({ adapter: new PrismaPg(pool) });
  return { instance, idempotencyKey } as unknown as Models;
}
