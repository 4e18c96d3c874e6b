import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import { foldText } from "@/lib/copy-check/fold-text";
import type { InTx, PlatformContext, ShopId } from "@/lib/platform/context";
import { newId } from "@/lib/platform/id";
import { inRead, inTransaction } from "@/lib/platform/transaction";
import { bringDown } from "./came-down";
import type { CopyFacts } from "./copy-facts";
import { phraseSchema, takeDownInput } from "./schema";

export interface FallingCopy {
  copyId: string;
  submissionId: string;
  shopId: string;
  shopName: string;
  productTitle: string;
  ruleSetSha256: string;
  text: string;
}

const FALLING_SHOWN_MAX = 50;
const LIVE_PER_READ = 500;
const LIVE_MAX = 200_000;

/** What would fall if a phrase were taken down: every live text that holds it, however it is spelled. The count, and the first of them. */
export async function previewTakeDown(ctx: PlatformContext, phrase: string): Promise<{ count: number; shops: number; rows: FallingCopy[] }> {
  requirePermission(ctx, "review:lead");
  const folded = foldText(phraseSchema.parse(phrase)).text;
  return inRead(ctx, async (ctx) => {
    const rows: FallingCopy[] = [];
    const shops = new Set<string>();
    let count = 0;
    for await (const copy of liveWith(ctx, folded)) {
      count++;
      shops.add(copy.shopId);
      if (rows.length < FALLING_SHOWN_MAX) rows.push(copy);
    }
    return { count, shops: shops.size, rows };
  });
}

/** Takes every live text down that holds the phrase, in all shops, and tells their people. */
export async function takeDownPhrase(ctx: PlatformContext, input: z.input<typeof takeDownInput>): Promise<{ takeDownId: string; fallen: number }> {
  requirePermission(ctx, "review:lead");
  const { phrase, reason } = takeDownInput.parse(input);
  const folded = foldText(phrase).text;
  return inTransaction(ctx, async (ctx) => {
    const at = ctx.clock.now();
    const takeDownId = newId("tkd", at);
    let fallen = 0;
    for await (const { copyId, submissionId, shopId, productTitle, ruleSetSha256 } of liveWith(ctx, folded)) {
      const inShop = { ...ctx, shopId: shopId as ShopId };
      if (await bringDown(inShop, { copyId, submissionId, productTitle, reason: "phrase", ruleSetSha256, detail: { phrase, reason, takeDownId } })) fallen++;
    }
    await ctx.tx.copyTakeDown.create({ data: { id: takeDownId, phrase, reason, by: ctx.actor.id ?? "", byName: ctx.actor.name, at, fallen } });
    await recordAudit(ctx, "review.phrase-taken-down", `take-down:${takeDownId}`, { phrase, reason, fallen });
    return { takeDownId, fallen };
  });
}

/** Spellings differ, so the words are compared folded, text by text; there are as many as texts are live. */
async function* liveWith(ctx: InTx<PlatformContext>, folded: string): AsyncGenerator<FallingCopy> {
  if (folded === "") return;
  let after = "";
  for (let seen = 0; seen < LIVE_MAX; ) {
    const rows = await ctx.tx.$queryRaw<{ id: string; submission_id: string; shop_id: string; shop_name: string; facts: CopyFacts; rule_set_sha256: string; text: string }[]>`
      SELECT c.id, s.id AS submission_id, c.shop_id, h.name AS shop_name, s.facts, s.rule_set_sha256, v.text
      FROM copy c JOIN copy_submission s ON s.id = c.live_submission_id JOIN copy_version v ON v.copy_id = s.copy_id AND v.version = s.version JOIN shop h ON h.id = c.shop_id
      WHERE c.id > ${after} ORDER BY c.id LIMIT ${LIVE_PER_READ}`;
    for (const row of rows) {
      if (!foldText(row.text).text.includes(folded)) continue;
      yield { copyId: row.id, submissionId: row.submission_id, shopId: row.shop_id, shopName: row.shop_name, productTitle: row.facts.product.title, ruleSetSha256: row.rule_set_sha256, text: row.text };
    }
    if (rows.length < LIVE_PER_READ) return;
    seen += rows.length;
    after = rows.at(-1)!.id;
  }
}

const TAKE_DOWNS_SHOWN_MAX = 50;

export interface TakeDownRow {
  id: string;
  phrase: string;
  reason: string;
  byName: string;
  at: string;
  fallen: number;
}

/** What was taken down before, newest first. */
export async function listTakeDowns(ctx: PlatformContext): Promise<TakeDownRow[]> {
  requirePermission(ctx, "review:view");
  const rows = await inRead(ctx, ({ tx }) => tx.copyTakeDown.findMany({ orderBy: [{ at: "desc" }, { id: "desc" }], take: TAKE_DOWNS_SHOWN_MAX }));
  return rows.map(({ id, phrase, reason, byName, at, fallen }) => ({ id, phrase, reason, byName, at: at.toISOString(), fallen }));
}
