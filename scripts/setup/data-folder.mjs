import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

export const rootFolder = path.resolve(import.meta.dirname, "../..");

/** The one git-ignored folder that holds everything the demo remembers; deleting it resets the demo. */
export function dataFolder() {
  return path.resolve(process.env.YUEFU_DATA_DIR ?? path.join(rootFolder, ".data"));
}

/** What the last `database up` left behind, or undefined: { databaseUrl, appDatabaseUrl }. */
export function readConnection() {
  return readJson("connection.json");
}

export function readJson(name) {
  const file = path.join(dataFolder(), name);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** Written whole or not at all, readable by the owner only, because most of what is kept here is secret. */
export function writeJson(name, value) {
  const folder = dataFolder();
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(`${file}.part`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${file}.part`, 0o600);
  renameSync(`${file}.part`, file);
}
