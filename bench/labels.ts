import { performance } from "node:perf_hooks";
import type { KeptTemplate } from "@/lib/label-text/template-in-force";
import type { OfferFacts } from "@/lib/labels/shop-facts";
import { fen } from "@/lib/money/fen";
import { offerContentSchema } from "@/lib/offers/schema";
import { newId } from "@/lib/platform/id";
import { CompiledShop } from "@/lib/storefront/compiled-shop";
import type { GoodsRow } from "@/lib/storefront/goods-table";
import type { LabelVerdict } from "@/lib/storefront/label-codes";
import type { BenchRow, BenchSuite } from "./bench-row";
import { numbers } from "./engine-cases";
import { figure, interleave, shareOfTime } from "./interleave";
import { SAMPLE_CARD, SAMPLE_LPR, SAMPLE_POLICIES } from "./sample-market";

const SIZES = [1_000, 100_000, 1_000_000];
const LOOK_UPS = 50_000;
const NOW = new Date("2026-11-26T04:00:00Z");
const PLACEMENT = "LIVESTREAM";
const BATCH = 10_000;

export const labels: BenchSuite = {
  name: "labels",
  run: async ({ report }) => {
    const rows: BenchRow[] = [];
    for (const size of SIZES) rows.push(await measure(size, report));
    return rows;
  },
};

async function measure(size: number, report: (text: string) => void): Promise<BenchRow> {
  report(`${size} labels: building`);
  const next = numbers(size);
  const before = memory();
  const shop = new CompiledShop("bench", { offers: OFFERS, stops: [] }, { templates: TEMPLATES, market: { rateCards: [SAMPLE_CARD], policies: SAMPLE_POLICIES, lprRates: SAMPLE_LPR } });
  const ids: string[] = [];
  const builtAt = performance.now();
  for (let start = 0; start < size; start += BATCH) {
    const products = Array.from({ length: Math.min(BATCH, size - start) }, (_, index) => productOf(start + index, next));
    for (const { productId } of products) ids.push(productId);
    shop.putProducts(products);
  }
  const buildMs = performance.now() - builtAt;
  const compileMs = compileAll(shop);
  const bytes = (memory() - before - ids.length * 56) / size;

  // A plain map holds the same ready verdicts; both are asked with the strings of a request, which nobody has hashed yet.
  const map = new Map<string, LabelVerdict>(ids.map((id, row) => [id, shop.verdict(row, PLACEMENT, NOW)]));
  const wanted = Array.from({ length: LOOK_UPS }, () => Math.floor(next() * size));
  const fresh = () => wanted.map((index) => Buffer.from(ids[index]!, "latin1").toString("latin1"));
  let keys: string[] = [];
  let sum = 0;
  const ours = () => {
    for (const key of keys) sum += termOf(shop.verdict(shop.find(key), PLACEMENT, NOW));
  };
  const theirs = () => {
    for (const key of keys) sum += termOf(map.get(key)!);
  };
  const prepare = () => {
    keys = fresh();
  };
  for (const key of fresh()) if (shop.verdict(shop.find(key), PLACEMENT, NOW) !== map.get(key)) throw new Error(`${key} has two verdicts`);
  report(`${size} labels: resolving`);
  const ratio = await interleave({ prepare, work: ours }, { prepare, work: theirs });
  const again = await interleave({ work: ours }, { work: theirs }, { rounds: 9 });
  const changeMs = offerChange(shop);
  return {
    path: `label resolution, random keys, ${size.toLocaleString("en")} labels`,
    against: "a plain Map of the same size",
    goal: "≤ 2× its time",
    measured: shareOfTime(ratio),
    isReached: ratio.median <= 2 && sum > 0,
    notes: [
      `${figure((ratio.oursMs * 1e6) / LOOK_UPS)} ns against ${figure((ratio.theirsMs * 1e6) / LOOK_UPS)} ns; with the map's own strings, hashed before: ${shareOfTime(again)}`,
      `built in ${figure(buildMs)} ms, labels of three placements under two offers worked out in ${figure(compileMs)} ms (in slices while others are served), ${figure(bytes)} bytes a product; after a change of an offer the first label is there in ${figure(changeMs)} ms`,
    ],
  };
}

const termOf = (verdict: LabelVerdict): number => verdict.term ?? 1;

function compileAll(shop: CompiledShop): number {
  const startedAt = performance.now();
  while (!shop.compileSome(NOW, performance.now() + 50)) continue;
  return performance.now() - startedAt;
}

/** From the new facts to the first answer; the other labels follow in slices. */
function offerChange(shop: CompiledShop): number {
  const startedAt = performance.now();
  shop.replaceOwn({ offers: [OFFERS[0]!], stops: [] });
  const { label } = shop.answer(0, { placement: PLACEMENT }, NOW);
  const ms = performance.now() - startedAt;
  if (label?.offerId !== OFFERS[0]!.offerId) throw new Error("The label is not that of the changed offer");
  return ms;
}

function productOf(index: number, next: () => number): GoodsRow {
  const cashPriceFen = fen(1_990 + Math.floor(next() * 500_000));
  return {
    productId: newId("prd", new Date(NOW.getTime() - 10_000_000 + index)),
    externalId: String(3_400_000_000_000 + index),
    category: `类目${index % 40}`,
    contentTags: index % 3 === 0 ? ["新品"] : ["直播专享", "包邮"],
    skus: [{ skuId: newId("sku", NOW), code: `S${700_000_000 + index}`, position: 0, cashPriceFen, installmentPriceFen: cashPriceFen, inStock: true }],
  };
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const SUB_LINE = "消费信贷|{lender}|{payer}|年化{apr}|逾期计费";
const template = (code: string, kind: KeptTemplate["kind"], mainLine: string): KeptTemplate => ({
  code,
  version: 1,
  kind,
  placements: ["LIVESTREAM", "SHOWCASE", "POI"],
  mainLine,
  subLine: SUB_LINE,
  status: "approved",
  validFrom: new Date("2026-01-01T00:00:00Z"),
});
export const TEMPLATES: KeptTemplate[] = [template("zero-interest", "zero-interest", "{term}期0息"), template("per-period-short", "per-period", "{perPeriod}x{term}期 年化{apr}")];

function offer(offerId: string, code: string, terms: number[], priority: number, merchantBps: number, minAmountFen: number): OfferFacts {
  const content = offerContentSchema.parse({
    name: code,
    channel: SAMPLE_CARD.channel,
    terms,
    funding: { consumerBps: 10_000 - merchantBps, merchantBps, platformBps: 0 },
    window: { from: "2026-11-01T00:00:00+08:00", to: "2026-12-01T00:00:00+08:00" },
    minAmountFen,
    maxAmountFen: 5_000_000,
    budgetFen: null,
    warnAtBps: 8_000,
    target: { kind: "all" },
    placements: ["LIVESTREAM", "SHOWCASE", "POI"],
    priority,
    templates: { LIVESTREAM: code, SHOWCASE: code, POI: code },
  });
  return { offerId, revisions: [{ revision: 1, content, publishedAt: new Date("2026-10-31T00:00:00Z") }], events: [], usedFen: fen(0) };
}

/** One that bears the fee of dearer goods, and one in which the shopper bears it. */
export const OFFERS: OfferFacts[] = [offer("ofr_zero", "zero-interest", [3], 200, 10_000, 50_000), offer("ofr_consumer", "per-period-short", [3, 6], 100, 0, 5_000)];
