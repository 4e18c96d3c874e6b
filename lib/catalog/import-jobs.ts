import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { systemClock } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import { resumeImports } from "./resume-imports";
import { runImport } from "./run-import";

const payloadSchema = z.object({ shopId: z.string().min(1), importId: z.string().min(1), attempt: z.int().min(1) });
/** Every minute. */
export const IMPORT_CRONTAB = "* * * * * resume-imports ?jobKey=resume-imports";

export const IMPORT_TASKS: TaskList = {
  "run-import": (payload) => runImport(payloadSchema.parse(payload)),
  "resume-imports": async () => {
    const resumed = await resumeImports({ clock: systemClock });
    if (resumed > 0) log.warn({ resumed }, "imports of a dead process were taken up");
  },
};
