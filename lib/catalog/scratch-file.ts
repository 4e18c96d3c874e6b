import { randomUUID } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const PREFIX = "yuefu-import-";
/** Nobody works on one file for so long. */
const ABANDONED_MS = 86_400_000;

/** A new place for a file that whoever makes it removes. */
export const scratchPath = (): string => path.join(tmpdir(), `${PREFIX}${randomUUID()}`);

/** Removes what a process that died could not. */
export async function sweepScratchFiles(now: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const file = path.join(tmpdir(), name);
    // Its maker may remove it at this moment.
    const found = await stat(file).catch((error: NodeJS.ErrnoException) => (error.code === "ENOENT" ? null : Promise.reject(error)));
    if (!found || now.getTime() - found.mtimeMs < ABANDONED_MS) continue;
    await rm(file, { force: true });
    removed++;
  }
  return removed;
}
