import type { Finding } from "@/lib/copy-check/check-copy";
import { loadLabelProducts } from "@/lib/labels/load-label-products";
import { loadShopFacts } from "@/lib/labels/load-shop-facts";
import { standingAt } from "@/lib/labels/shop-facts";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import { bringDown } from "./came-down";
import type { DownReason } from "./down-reason";
import { factsAt, fingerprintOfFacts, type CopyFacts } from "./copy-facts";
import { judgeWords, newBlocks } from "./judge-words";
import { keepRuleSet, ruleSetInForce, type KeptRuleSet } from "./rule-sets";
import type { FindingDecision } from "./submission-state";

const COPIES_PER_READ = 200;
const COPIES_MAX = 50_000;

export interface Rechecked {
  checked: number;
  fallen: number;
}

/**
 * Judges every live text of the shop by the prices, offers, cards and rules of now. Without a new block finding it stays, and is bound to
 * the rules and numbers it was judged by; else it comes down and the shop's people are told.
 */
export async function recheckCopies(ctx: ShopContext): Promise<Rechecked> {
  const result: Rechecked = { checked: 0, fallen: 0 };
  for (let after = ""; result.checked < COPIES_MAX; ) {
    const from = after;
    const page = await inTransaction(ctx, (ctx) => recheckPage(ctx, from));
    result.checked += page.checked;
    result.fallen += page.fallen;
    if (page.last === null) return result;
    after = page.last;
  }
  return result;
}

interface LiveRow {
  id: string;
  product_id: string;
  offer_id: string | null;
  submission_id: string;
  text: string;
  findings: Finding[];
  facts: CopyFacts;
  bound_rules: string;
  bound_facts: string;
}

async function recheckPage(ctx: InTx<ShopContext>, after: string): Promise<Rechecked & { last: string | null }> {
  const rows = await ctx.tx.$queryRaw<LiveRow[]>`
    SELECT c.id, c.product_id, s.offer_id, s.id AS submission_id, v.text, s.findings, s.facts,
      coalesce(e.rule_set_sha256, s.rule_set_sha256) AS bound_rules, coalesce(e.detail->>'factsSha256', s.facts_sha256) AS bound_facts
    FROM copy c JOIN copy_submission s ON s.id = c.live_submission_id JOIN copy_version v ON v.copy_id = s.copy_id AND v.version = s.version
    LEFT JOIN LATERAL (SELECT rule_set_sha256, detail FROM copy_event WHERE submission_id = s.id AND kind = 'rechecked' ORDER BY at DESC, id DESC LIMIT 1) e ON true
    WHERE c.shop_id = ${ctx.shopId} AND c.id > ${after} ORDER BY c.id LIMIT ${COPIES_PER_READ}`;
  if (rows.length === 0) return { checked: 0, fallen: 0, last: null };
  const now = ctx.clock.now();
  const rules = await ruleSetInForce(ctx, now);
  await keepRuleSet(ctx, rules);
  const standing = standingAt(await loadShopFacts(ctx), now);
  const products = new Map((await loadLabelProducts(ctx, [...new Set(rows.map(({ product_id }) => product_id))])).map((product) => [product.productId, product]));
  let fallen = 0;
  for (const row of rows) {
    const product = products.get(row.product_id);
    const facts = product && product.skus.length > 0 ? factsAt(standing, product, row.offer_id) : null;
    if (await recheckOne(ctx, row, facts, rules)) fallen++;
  }
  return { checked: rows.length, fallen, last: rows.length < COPIES_PER_READ ? null : rows.at(-1)!.id };
}

async function recheckOne(ctx: InTx<ShopContext>, row: LiveRow, facts: CopyFacts | null, rules: KeptRuleSet): Promise<boolean> {
  const at = ctx.clock.now();
  const fall = (reason: DownReason, detail: Record<string, string | number>) =>
    bringDown(ctx, { copyId: row.id, submissionId: row.submission_id, productTitle: row.facts.product.title, reason, ruleSetSha256: rules.sha256, detail });
  if (!facts) return fall("product-removed", {});
  const factsSha256 = fingerprintOfFacts(facts);
  const decisions = await ctx.tx.copyDecision.findMany({ where: { submissionId: row.submission_id }, orderBy: { step: "asc" }, select: { findings: true } });
  const said = decisions.flatMap(({ findings }) => findings as unknown as FindingDecision[]);
  const { findings } = judgeWords(row.text, facts, rules.set, at);
  const [first, ...others] = newBlocks(findings, row.findings, said);
  if (first) {
    const reason = rules.sha256 !== row.bound_rules && factsSha256 === row.bound_facts ? "rules-changed" : facts.quotes.length === 0 && row.facts.quotes.length > 0 ? "offer-not-shown" : "numbers-changed";
    return fall(reason, { ruleId: first.ruleId, category: first.category, matched: first.matched, more: others.length });
  }
  if (rules.sha256 !== row.bound_rules || factsSha256 !== row.bound_facts) {
    await ctx.tx.copyEvent.create({ data: { shopId: ctx.shopId, copyId: row.id, submissionId: row.submission_id, kind: "rechecked", at, by: ctx.actor.id, reason: "still-true", ruleSetSha256: rules.sha256, detail: { factsSha256 } } });
  }
  return false;
}
