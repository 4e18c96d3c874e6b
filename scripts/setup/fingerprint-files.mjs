import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { rootFolder } from "./data-folder.mjs";

/** sha256 over names and contents of the files at or below the given paths, so that "did it change?" never depends on clocks. */
export function fingerprintFiles(paths, salt = "") {
  const hash = createHash("sha256").update(salt);
  for (const start of paths) {
    for (const file of filesBelow(path.join(rootFolder, start))) {
      hash.update(`\0${path.relative(rootFolder, file)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest("hex");
}

export function filesBelow(start) {
  if (!existsSync(start)) return [];
  if (statSync(start).isFile()) return [start];
  return readdirSync(start, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith(".") && entry.name !== "node_modules")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(path.join(start, entry.name)) : [path.join(start, entry.name)]));
}
