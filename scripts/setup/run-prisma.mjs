import path from "node:path";
import { rootFolder } from "./data-folder.mjs";
import { run } from "./run-command.mjs";

/** Runs the Prisma command line, without its calls home. */
export function runPrisma(args, env = {}, onLine = undefined) {
  return run(process.execPath, [path.join(rootFolder, "node_modules/prisma/build/index.js"), ...args], {
    env: { CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1", ...env },
    onLine,
  });
}
