import type { Finding } from "@/lib/copy-check/check-copy";
import { loadLabelProducts } from "@/lib/labels/load-label-products";
import { loadShopFacts } from "@/lib/labels/load-shop-facts";
import { standingAt } from "@/lib/labels/shop-facts";
import type { Placement } from "@/lib/offers/placement";
import type { ShopContext } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";
import { factsAt } from "./copy-facts";
import { judgeWords, newBlocks } from "./judge-words";
import { ruleSetInForce } from "./rule-sets";
import type { FindingDecision } from "./submission-state";

export interface LiveCopy {
  copyId: string;
  productId: string;
  kind: string;
  text: string;
}

const LIVE_SHOWN_MAX = 300;

/**
 * The approved texts of products at a placement, each judged again by the numbers of now: between a change of prices and the check that
 * follows it, a text that is not true any more is not shown either.
 */
export async function listLiveCopies(ctx: ShopContext, placement: Placement, productIds: readonly string[]): Promise<LiveCopy[]> {
  if (productIds.length === 0) return [];
  return inRead(ctx, async (ctx) => {
    const rows = await ctx.tx.$queryRaw<{ id: string; product_id: string; kind: string; offer_id: string | null; submission_id: string; text: string; findings: Finding[] }[]>`
      SELECT c.id, c.product_id, c.kind, s.offer_id, s.id AS submission_id, v.text, s.findings
      FROM copy c JOIN copy_submission s ON s.id = c.live_submission_id JOIN copy_version v ON v.copy_id = s.copy_id AND v.version = s.version
      WHERE c.shop_id = ${ctx.shopId} AND c.placement = ${placement} AND c.product_id = ANY(${[...productIds]}::text[]) ORDER BY c.created_at, c.id LIMIT ${LIVE_SHOWN_MAX}`;
    if (rows.length === 0) return [];
    const now = ctx.clock.now();
    const { set } = await ruleSetInForce(ctx, now);
    const standing = standingAt(await loadShopFacts(ctx), now);
    const products = new Map((await loadLabelProducts(ctx, productIds)).map((product) => [product.productId, product]));
    const decisions = await ctx.tx.copyDecision.findMany({ where: { shopId: ctx.shopId, submissionId: { in: rows.map(({ submission_id }) => submission_id) } }, select: { submissionId: true, findings: true } });
    return rows.flatMap(({ id, product_id: productId, kind, offer_id: offerId, submission_id: submissionId, text, findings }) => {
      const product = products.get(productId);
      if (!product) return [];
      const said = decisions.flatMap((row) => (row.submissionId === submissionId ? (row.findings as unknown as FindingDecision[]) : []));
      const judged = judgeWords(text, factsAt(standing, product, offerId), set, now);
      return newBlocks(judged.findings, findings, said).length === 0 ? [{ copyId: id, productId, kind, text }] : [];
    });
  });
}
