import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "prisma/config";
import { readConnection } from "./scripts/setup/data-folder.mjs";

const root = import.meta.dirname;
const enginesFolder = path.join(root, "node_modules/@prisma/engines");
const hasNativeEngine =
  existsSync(enginesFolder) && readdirSync(enginesFolder).some((name) => /^schema-engine-/.test(name));

// The native engine is a download from a host outside the package registry; the stand-in answers with the WASM build of it.
if (!hasNativeEngine) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(root, "scripts/setup/schema-engine.mjs");
}
process.env.CHECKPOINT_DISABLE ??= "1";

export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
  datasource: {
    url: process.env.DATABASE_URL ?? readConnection()?.databaseUrl ?? "postgresql://none:none@127.0.0.1:1/none",
  },
});
