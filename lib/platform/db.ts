import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/generated/prisma/client";
import { env } from "./env";
import { processWide } from "./process-wide";

const POOL_SIZE_MAX = 10;
const STATEMENT_TIMEOUT_MS = 30_000;

export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends" | "$use">;

interface Database {
  prisma: PrismaClient;
  pool: pg.Pool;
}

export function connectionConfig() {
  return { connectionString: env().APP_DATABASE_URL, options: `-c statement_timeout=${STATEMENT_TIMEOUT_MS} -c timezone=UTC` };
}

export function database(): Database {
  return processWide("database", () => {
    const config = { ...connectionConfig(), max: POOL_SIZE_MAX };
    // Bulk paths (COPY) and LISTEN need plain connections.
    return { prisma: new PrismaClient({ adapter: new PrismaPg(config) }), pool: new pg.Pool(config) };
  });
}

export async function closeDatabase(): Promise<void> {
  const { prisma, pool } = database();
  await Promise.all([prisma.$disconnect(), pool.end()]);
}
