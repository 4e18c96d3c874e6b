import { asSystemInShop } from "@/lib/access/gates";
import type { Finding } from "@/lib/copy-check/check-copy";
import { loadLabelProducts } from "@/lib/labels/load-label-products";
import { loadShopFacts } from "@/lib/labels/load-shop-facts";
import { standingAt } from "@/lib/labels/shop-facts";
import type { PlatformContext } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";
import { factsAt } from "./copy-facts";
import { judgeWords, newBlocks } from "./judge-words";
import { exampleOf, EXAMPLES_MAX, loadJudged, sift, type RulesToTry, type Trial } from "./trial";
import { WorkSlices } from "./work-slices";

const LIVE_PER_READ = 500;

interface LiveRow {
  id: string;
  shop_id: string;
  shop_name: string;
  product_id: string;
  submission_id: string;
  text: string;
}

/** Which live texts would come down, by the facts of now. */
export async function tryLive(ctx: PlatformContext, rules: RulesToTry, msMax: number): Promise<Trial["live"]> {
  const of = await inRead(ctx, ({ tx }) => tx.copy.count({ where: { liveSubmissionId: { not: null } } }));
  const live: Trial["live"] = { looked: 0, of, falling: 0, shops: 0, examples: [] };
  const shops = new Set<string>();
  const slices = new WorkSlices(msMax);
  for (let after = ""; live.looked < of; ) {
    const from = after;
    const rows = await inRead(
      ctx,
      ({ tx }) => tx.$queryRaw<LiveRow[]>`
        SELECT c.id, c.shop_id, h.name AS shop_name, c.product_id, s.id AS submission_id, v.text
        FROM copy c JOIN copy_submission s ON s.id = c.live_submission_id JOIN copy_version v ON v.copy_id = s.copy_id AND v.version = s.version JOIN shop h ON h.id = c.shop_id
        WHERE c.id > ${from} ORDER BY c.id LIMIT ${LIVE_PER_READ}`,
    );
    const { touched, spared } = await sift(rows, rules, slices);
    live.looked += spared;
    for (const shopId of new Set(touched.map(({ shop_id }) => shop_id))) {
      const { judged, falling } = await judgeLive(ctx, shopId, touched.filter(({ shop_id }) => shop_id === shopId), rules, slices);
      live.looked += judged;
      live.falling += falling.length;
      if (falling.length > 0) shops.add(shopId);
      for (const { row, finding } of falling) {
        if (live.examples.length < EXAMPLES_MAX) live.examples.push(exampleOf(row.text, finding, { id: row.id, state: "live", shopName: row.shop_name }));
      }
      if (slices.isOver) break;
    }
    live.shops = shops.size;
    if (rows.length < LIVE_PER_READ || slices.isOver) return live;
    after = rows.at(-1)!.id;
  }
  return live;
}

interface JudgedLive {
  judged: number;
  falling: { row: LiveRow; finding: Finding }[];
}

/**
 * Which live texts of a shop come down by the changed rules and would stay by the rules before, by the facts of now. These are read as
 * the system: compliance sees the words, and nothing else of the shop.
 */
async function judgeLive(ctx: PlatformContext, shopId: string, rows: readonly LiveRow[], { base, changed }: RulesToTry, slices: WorkSlices): Promise<JudgedLive> {
  const reviewed = await loadJudged(ctx, rows.map(({ submission_id }) => submission_id));
  const inShop = asSystemInShop(shopId, ctx);
  const now = ctx.clock.now();
  const { standing, products } = await inRead(inShop, async (ctx) => ({
    standing: standingAt(await loadShopFacts(ctx), now),
    products: new Map((await loadLabelProducts(ctx, [...new Set(rows.map(({ product_id }) => product_id))])).map((product) => [product.productId, product])),
  }));
  const result: JudgedLive = { judged: 0, falling: [] };
  for (const row of rows) {
    if (!(await slices.goOn())) break;
    result.judged++;
    const product = products.get(row.product_id);
    const { findings, said, offerId } = reviewed.get(row.submission_id)!;
    // Without its product a text comes down whatever the rules say.
    if (!product) continue;
    const facts = factsAt(standing, product, offerId);
    const [finding] = newBlocks(judgeWords(row.text, facts, changed, now).findings, findings, said);
    if (finding && newBlocks(judgeWords(row.text, facts, base.set, now).findings, findings, said).length === 0) result.falling.push({ row, finding });
  }
  return result;
}
