import { createHash } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { IMPORT_BYTES_MAX } from "./file-limits";
import { scratchPath } from "./scratch-file";
import { unreadableFile } from "./unreadable-file";

export interface ReceivedFile {
  path: string;
  sha256: string;
  bytes: number;
}

/** Lets an upload flow to a file of its own, counting and hashing, and removes the file after `work`, whatever happens. */
export async function receiveUpload<T>(body: AsyncIterable<Uint8Array>, work: (file: ReceivedFile) => Promise<T>): Promise<T> {
  const file = scratchPath();
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    const handle = await open(file, "wx", 0o600);
    try {
      for await (const chunk of body) {
        bytes += chunk.byteLength;
        if (bytes > IMPORT_BYTES_MAX) throw unreadableFile("too-large", { max: IMPORT_BYTES_MAX });
        hash.update(chunk);
        await handle.writeFile(chunk);
      }
    } finally {
      await handle.close();
    }
    if (bytes === 0) throw unreadableFile("empty");
    return await work({ path: file, sha256: hash.digest("hex"), bytes });
  } finally {
    await rm(file, { force: true });
  }
}
