import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { systemClock } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import { resumeImports } from "./resume-imports";
import { runImport } from "./run-import";
import { sweepScratchFiles } from "./scratch-file";

const payloadSchema = z.object({ shopId: z.string().min(1), importId: z.string().min(1), attempt: z.int().min(1) });
export const IMPORT_CRONTAB = "* * * * * resume-imports ?jobKey=resume-imports\n7 * * * * sweep-import-files ?jobKey=sweep-import-files";

export const IMPORT_TASKS: TaskList = {
  "run-import": (payload) => runImport(payloadSchema.parse(payload)),
  "resume-imports": async () => {
    const resumed = await resumeImports({ clock: systemClock });
    if (resumed > 0) log.warn({ resumed }, "imports of a dead process were taken up");
  },
  "sweep-import-files": async () => {
    const removed = await sweepScratchFiles(systemClock.now());
    if (removed > 0) log.warn({ removed }, "files of dead processes were removed");
  },
};
