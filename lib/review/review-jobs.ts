import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { asSystem, asSystemInShop } from "@/lib/access/gates";
import { LABEL_TASKS } from "@/lib/labels/label-jobs";
import { log } from "@/lib/platform/log";
import { readPoster } from "./read-poster";
import { recheckCopies } from "./recheck-copies";
import { releaseDeadReadings } from "./release-dead-readings";
import { sweepPictures } from "./sweep-pictures";

const payloadSchema = z.object({ shopId: z.string().min(1) });
const posterSchema = payloadSchema.extend({ pictureId: z.string().min(1) });

export const REVIEW_CRONTAB = "* * * * * release-dead-readings ?jobKey=release-dead-readings\n17 * * * * sweep-pictures ?jobKey=sweep-pictures";

/** Whatever makes somebody look at the labels of a shop (prices, offers, cards, policies, rules, the clock) is a reason to judge its live texts again. */
export const REVIEW_TASKS: TaskList = {
  "watch-labels": async (payload, helpers) => {
    await LABEL_TASKS["watch-labels"]!(payload, helpers);
    const { shopId } = payloadSchema.parse(payload);
    const rechecked = await recheckCopies(asSystemInShop(shopId));
    if (rechecked.checked > 0) log.info({ shopId, ...rechecked }, "judged the live texts again");
  },
  "read-poster": (payload, { abortSignal }) => readPoster(posterSchema.parse(payload), { signal: abortSignal }),
  "release-dead-readings": async () => {
    const released = await releaseDeadReadings(asSystem());
    if (released > 0) log.warn({ released }, "posters that a dead process was reading are begun again");
  },
  "sweep-pictures": async () => {
    const removed = await sweepPictures(asSystem());
    if (removed > 0) log.info({ removed }, "pictures that came to be on no text were removed");
  },
};
