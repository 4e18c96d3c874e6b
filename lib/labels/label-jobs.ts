import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { asSystem, asSystemInShop } from "@/lib/access/gates";
import { addJob } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { inTransaction } from "@/lib/platform/transaction";
import { watchLabels } from "./watch-labels";

const payloadSchema = z.object({ shopId: z.string().min(1) });
const SHOPS_PER_READ = 500;
/** At every Shanghai midnight (the times are UTC), since rate cards and policies begin with a day. */
export const LABEL_CRONTAB = "0 16 * * * watch-all-labels ?fill=1d&jobKey=watch-all-labels";

export const LABEL_TASKS: TaskList = {
  "watch-labels": async (payload) => {
    const { shopId } = payloadSchema.parse(payload);
    const looked = await watchLabels(asSystemInShop(shopId));
    log.info({ shopId, ...looked }, "looked at the labels");
  },
  "watch-all-labels": async () => {
    for (let after = ""; ; ) {
      const from = after;
      const ids = await inTransaction(asSystem(), async (ctx) => {
        const shops = await ctx.tx.shop.findMany({ where: { id: { gt: from } }, select: { id: true }, orderBy: { id: "asc" }, take: SHOPS_PER_READ });
        for (const { id } of shops) await addJob(ctx, "watch-labels", { shopId: id }, { key: `watch-labels:${id}` });
        return shops.map(({ id }) => id);
      });
      if (ids.length < SHOPS_PER_READ) return;
      after = ids.at(-1)!;
    }
  },
};
