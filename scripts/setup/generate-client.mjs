import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { rootFolder } from "./data-folder.mjs";
import { fingerprintFiles } from "./fingerprint-files.mjs";
import { runPrisma } from "./run-prisma.mjs";

/** Writes the database client into generated/prisma, unless it is the one of this schema. */
export async function generateClient(report) {
  const stamp = path.join(rootFolder, "generated/prisma/schema.sha256");
  const isThere = existsSync(path.join(rootFolder, "generated/prisma/client.ts"));
  const wanted = fingerprintFiles(["prisma/schema.prisma", "prisma/models", "package-lock.json"]);
  if (isThere && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return { note: "up to date" };
  await runPrisma(["generate"], {}, report);
  if (!existsSync(path.join(rootFolder, "generated/prisma/client.ts"))) throw new Error("prisma generate wrote no client.");
  writeFileSync(stamp, wanted);
  return { note: "generated" };
}
