import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { asSystemInShop } from "@/lib/access/gates";
import { LABEL_TASKS } from "@/lib/labels/label-jobs";
import { log } from "@/lib/platform/log";
import { recheckCopies } from "./recheck-copies";

const payloadSchema = z.object({ shopId: z.string().min(1) });

/** Whatever makes somebody look at the labels of a shop (prices, offers, cards, policies, rules, the clock) is a reason to judge its live texts again. */
export const REVIEW_TASKS: TaskList = {
  "watch-labels": async (payload, helpers) => {
    await LABEL_TASKS["watch-labels"]!(payload, helpers);
    const { shopId } = payloadSchema.parse(payload);
    const rechecked = await recheckCopies(asSystemInShop(shopId));
    if (rechecked.checked > 0) log.info({ shopId, ...rechecked }, "judged the live texts again");
  },
};
