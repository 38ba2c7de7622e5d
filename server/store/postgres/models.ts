// Prisma's models on the connections that read. The client for PostgreSQL has the same models as the one for SQLite, made of the same
// schema, but types of its own: the one cast is here.
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import type { Models } from "../database.ts";
import { PrismaClient } from "../prisma-postgresql/client.ts";

export const modelsOn = (pool: pg.Pool): Models =>
  new PrismaClient({ adapter: new PrismaPg(pool) }) as unknown as Models;
