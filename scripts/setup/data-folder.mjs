import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

export const rootFolder = path.resolve(import.meta.dirname, "../..");

/** The one git-ignored folder that holds everything the demo remembers; deleting it resets the demo. */
export function dataFolder() {
  return path.resolve(process.env.YUEFU_DATA_DIR ?? path.join(rootFolder, ".data"));
}

/** What the last start of the database left behind, or undefined: { databaseUrl, appDatabaseUrl }. */
export function readConnection() {
  return readJson("connection.json");
}

export function readJson(name, folder = dataFolder()) {
  const file = path.join(folder, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** Written whole or not at all, readable by the owner only, because most of what is kept here is secret. */
export function writeJson(name, value, folder = dataFolder()) {
  ensureFolder(folder);
  const file = path.join(folder, name);
  const part = `${file}.${process.pid}.part`;
  writeFileSync(part, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(part, file);
}

/** As root the folder is open for passing through, because PostgreSQL refuses to run as root and lives inside as another user. */
export function ensureFolder(folder) {
  mkdirSync(folder, { recursive: true });
  if (process.getuid?.() === 0) chmodSync(folder, 0o755);
}
