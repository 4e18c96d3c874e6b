import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterPlatform, enterStore } from "@/lib/access/gates";
import type { Product } from "@/lib/catalog/product";
import { liftStop } from "@/lib/labels/lift-stop";
import { stopLabels } from "@/lib/labels/stop-labels";
import type { LabelAnswer } from "@/lib/labels/label-view";
import { endOffer } from "@/lib/offers/end-offer";
import { pauseOffer } from "@/lib/offers/pause-offer";
import { publishOffer } from "@/lib/offers/publish-offer";
import { createOffer } from "@/lib/offers/create-offer";
import { recordBudgetUse } from "@/lib/offers/record-budget-use";
import { resumeOffer } from "@/lib/offers/resume-offer";
import { saveDraft } from "@/lib/offers/save-draft";
import type { Placement } from "@/lib/offers/placement";
import type { OfferContent } from "@/lib/offers/schema";
import { publicReason } from "@/lib/labels/label-reason";
import { isDomainError } from "@/lib/platform/errors";
import { publishRateCard } from "@/lib/rate-cards/publish-rate-card";
import { calendarDate } from "@/lib/calendar/calendar-date";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import { answerLabel, answerLabelAt } from "@/lib/storefront/answer-label";
import { LabelIndex } from "@/lib/storefront/label-index";
import type { PlacementSlug } from "@/lib/storefront/label-query";
import { PEOPLE } from "@/prisma/seed/cast";
import { SAMPLE_CARD } from "@/prisma/seed/seed-rate-cards";
import { addProduct, offerContent, openLabelShops, reprice, type TestSku } from "../labels/label-shop";
import { shownBy, type Shown, type World } from "./label-oracle";

const SEED = Number(process.env.SHOP_SEED ?? 20_261_122);
const STEPS = Number(process.env.SHOP_STEPS ?? 70);
const LOOKS_BACK = STEPS * 2;

const { clock, owner, enter } = await openLabelShops();
const finance = await enter("finance", "tea");
const index = new LabelIndex({ clock });
beforeAll(() => index.start());
afterAll(() => index.stop());

const random = mulberry(SEED);
const upTo = (limit: number) => Math.floor(random() * limit);
const pick = <T>(values: readonly T[]): T => values[upTo(values.length)]!;
const some = <T>(values: readonly T[]): T[] => {
  const chosen = values.filter(() => random() < 0.5);
  return chosen.length > 0 ? chosen : [pick(values)];
};

const SLUGS: Record<Placement, PlacementSlug> = { LIVESTREAM: "livestream", SHOWCASE: "showcase", POI: "poi" };
const PLACEMENTS = Object.keys(SLUGS) as Placement[];
const CATEGORIES = ["盖碗", "茶壶", "茶杯"];
const fees = (consumer: number[]) => Object.fromEntries([3, 6, 12].flatMap((term, at) => [[`c${term}`, consumer[at]!], [`m${term}`, [180, 450, 750][at]!], [`p${term}`, [180, 450, 750][at]!]]));

let world: World = { products: [], offers: [], isStopped: false, cards: [{ from: 0, lender: "示例", fees: fees([230, 450, 750]) }] };
const past: { at: number; world: World }[] = [];
const products = new Map<string, Product>();
const drafts = new Map<string, number>();

describe("a shop where anything happens at any time", () => {
  it(`shows what a second, plain reading of the rules says, now and afterwards (seed ${SEED})`, async () => {
    let labelled = 0;
    const seen = new Set<string>();
    const check = async (answer: LabelAnswer, at: number, of: World, asked: { product: string; placement: Placement; code?: string; amount?: number }) => {
      const expected = shownBy(of, asked.product, asked.placement, at, asked);
      expect(shownOf(answer, expected), `${JSON.stringify(asked)} at ${new Date(at).toISOString()}`).toEqual(expected);
      seen.add(answer.reason);
      if (!answer.label) return;
      labelled++;
      expect(Date.parse(answer.label.validUntil)).toBeGreaterThan(at);
      expect(Math.floor((Date.parse(answer.label.validUntil) - 1 + 28_800_000) / 86_400_000)).toBe(Math.floor((at + 28_800_000) / 86_400_000));
      const lastly = shownBy(of, asked.product, asked.placement, Date.parse(answer.label.validUntil) - 1, asked);
      expect(lastly, "still the same just before validUntil").toEqual(expected);
    };
    const start = clock.now().getTime();
    for (let step = 0; step < STEPS; step++) {
      clock.advance(1 + upTo(random() < 0.2 ? 90_000_000 : 7_200_000));
      await happen();
      past.push({ at: clock.now().getTime(), world: structuredClone(world) });
      for (let look = 0; look < 6; look++) {
        const asked = anyAsk();
        if (asked) await check(await answerLabel(index, { shop: owner.shopId, product: asked.product, placement: SLUGS[asked.placement], sku: asked.code, amount: asked.amount as never }), clock.now().getTime(), world, asked);
        if (look === 3) clock.advance(upTo(3_600_000));
      }
      await checkWorkedOut();
    }
    const visitor = await enterStore(owner.shopId, { clock });
    for (let look = 0; look < LOOKS_BACK; look++) {
      const edge = pick(past).at + pick([-1, 0, 1]);
      const at = random() < 0.5 ? edge : start + upTo(clock.now().getTime() - start);
      const then = past.filter((moment) => moment.at <= at).at(-1);
      const asked = anyAsk();
      if (!then || !asked || at > clock.now().getTime()) continue;
      await check(await answerLabelAt(visitor, { shop: owner.shopId, product: asked.product, placement: SLUGS[asked.placement], sku: asked.code, amount: asked.amount as never }, new Date(at)), at, then.world, asked);
    }
    expect(labelled).toBeGreaterThan(STEPS);
    expect(seen.size).toBeGreaterThan(4);
  });
});

/** What is worked out for every product beforehand is what an answer would be. */
async function checkWorkedOut(): Promise<void> {
  const shop = await index.find(owner.shopId);
  if (shop === null || shop === "updating") throw new Error("The shop is not there");
  while (!shop.compileSome(clock.now(), performance.now() + 5)) continue;
  for (const { id } of world.products) {
    for (const placement of PLACEMENTS) {
      const { reason, offerId, term, mainLine } = shop.verdict(shop.find(id), placement, clock.now());
      const expected = shownBy(world, id, placement, clock.now().getTime(), {});
      if (typeof expected === "string") expect(reason === "labelled" || (expected !== "" && publicReason(reason) !== expected), `${id} ${placement}: ${reason}, not ${expected}`).toBe(false);
      else expect({ reason, offerId, term, mainLine: mainLine ?? expected.mainLine }).toEqual({ reason: "labelled", offerId: expected.offerId, term: expected.term, mainLine: expected.mainLine });
    }
  }
}

/** Only what the oracle knows of: where it gives no reason, any reason but these will do. */
function shownOf({ label, reason }: LabelAnswer, expected: Shown | string): Shown | string {
  if (!label) return expected === "" && !["stopped", "not-for-sale", "out-of-stock", "sku-required", "updating", "labelled"].includes(reason) ? "" : reason;
  const { mainLine, subLine, term, offerId, revision, perPeriodFen, priceFen, nominalAprPercent, interestFree } = label;
  return { mainLine, subLine, term, offerId, revision, perPeriodFen, priceFen, nominalAprPercent, interestFree };
}

function anyAsk(): { product: string; placement: Placement; code?: string; amount?: number } | null {
  if (world.products.length === 0) return null;
  const { id, skus } = pick(world.products);
  return { product: id, placement: pick(PLACEMENTS), ...(random() < 0.4 && { code: pick(skus).code }), ...(random() < 0.2 && { amount: 5_000 + upTo(400_000) }) };
}

async function happen(): Promise<void> {
  const roll = random();
  try {
    if (world.products.length < 4) await bringProduct();
    else if (world.offers.length < 3 || roll < 0.22) await bringOffer();
    else if (roll < 0.45) await changePrices();
    else if (roll < 0.6) await reviseOffer();
    else if (roll < 0.72) await switchAnOffer();
    else if (roll < 0.85) await spendBudget();
    else if (roll < 0.95) await stopOrLift();
    else if (world.cards.length < 3) await newCard();
    else await bringProduct();
  } catch (error) {
    // What the product refuses must change nothing, and the looks that follow see whether it did.
    if (!isDomainError(error)) throw error;
  }
}

const anySkus = (): TestSku[] =>
  Array.from({ length: 1 + upTo(3) }, (_, at) => {
    const cashPriceFen = pick([9_900, 59_900, 129_900, 129_900, 20_000 + upTo(300_000)]);
    return { code: `s${at}`, cashPriceFen, installmentPriceFen: cashPriceFen + pick([0, 0, 0, 1, 10_000]), inStock: random() < 0.85 };
  });

const toWorld = ({ id, category }: Product, skus: TestSku[]): World["products"][number] => ({
  id,
  category,
  skus: skus.map(({ code, cashPriceFen, installmentPriceFen = cashPriceFen, inStock = true }) => ({ code, cash: cashPriceFen, installment: installmentPriceFen, inStock })),
});

async function bringProduct(): Promise<void> {
  const skus = anySkus();
  const product = await addProduct(owner, `R-${products.size}`, skus, pick(CATEGORIES));
  products.set(product.id, product);
  world.products.push(toWorld(product, skus));
}

async function changePrices(): Promise<void> {
  const product = pick([...products.values()]);
  const skus = anySkus();
  products.set(product.id, await reprice(owner, product, skus));
  world.products = world.products.map((known) => (known.id === product.id ? toWorld(product, skus) : known));
}

function anyContent(): OfferContent {
  const now = clock.now().getTime();
  const from = now + upTo(2 * 86_400_000) - 86_400_000;
  const at = <T>(values: Record<Placement, readonly T[]>) => Object.fromEntries(PLACEMENTS.map((placement) => [placement, pick(values[placement])]));
  const narrow = ["zero-interest", "per-period-short", "apr"];
  const wide = [...narrow, "per-period", "zero-interest-per-period"];
  const funding = pick([
    [0, 10_000, 0],
    [0, 10_000, 0],
    [10_000, 0, 0],
    [0, 0, 10_000],
    [5_000, 5_000, 0],
  ] as const);
  return offerContent({
    name: `活动${upTo(1_000_000)}`,
    terms: some([3, 6, 12]),
    funding: { consumerBps: funding[0], merchantBps: funding[1], platformBps: funding[2] },
    window: { from: new Date(from).toISOString(), to: new Date(Math.max(now, from) + 3_600_000 + upTo(10 * 86_400_000)).toISOString() },
    minAmountFen: pick([0, 10_000, 100_000]),
    maxAmountFen: pick([150_000, 1_000_000]),
    budgetFen: funding[1] > 0 && random() < 0.6 ? 10_000 + upTo(20_000) : null,
    target: pick<OfferContent["target"]>([{ kind: "all" }, { kind: "all" }, { kind: "categories", categories: some(CATEGORIES) }, { kind: "products", productIds: some([...products.keys()]) }]),
    placements: some(PLACEMENTS),
    priority: pick([100, 100, 200]),
    templates: at({ LIVESTREAM: narrow, SHOWCASE: wide, POI: wide }),
  });
}

async function bringOffer(): Promise<void> {
  const content = anyContent();
  const { offerId, draftVersion } = await createOffer(owner, { content });
  drafts.set(offerId, draftVersion);
  world.offers.push({ id: offerId, content: null, revision: 0, isPaused: false, isEnded: false, used: 0 });
  await publish(offerId, content);
}

async function reviseOffer(): Promise<void> {
  const { id: offerId } = pick(world.offers);
  const content = anyContent();
  const { draftVersion } = await saveDraft(owner, { offerId, expectedDraftVersion: drafts.get(offerId)!, content });
  drafts.set(offerId, draftVersion);
  await publish(offerId, content);
}

async function publish(offerId: string, content: OfferContent): Promise<void> {
  const known = world.offers.find(({ id }) => id === offerId)!;
  const { revision } = await publishOffer(owner, { offerId, expectedDraftVersion: drafts.get(offerId)!, expectedRevision: known.revision });
  Object.assign(known, { content, revision });
}

async function switchAnOffer(): Promise<void> {
  const known = pick(world.offers);
  const { id: offerId } = known;
  if (random() < 0.15) {
    await endOffer(owner, { offerId, reason: "测试" });
    known.isEnded = true;
  } else if (known.isPaused) {
    await resumeOffer(owner, { offerId });
    known.isPaused = false;
  } else {
    await pauseOffer(owner, { offerId, reason: "测试" });
    known.isPaused = true;
  }
}

async function spendBudget(): Promise<void> {
  const known = pick(world.offers);
  const amountFen = pick([500, 5_000, 15_000, -500]);
  await recordBudgetUse(finance, { offerId: known.id, amountFen, reference: `bill-${random()}` });
  known.used += amountFen;
}

async function stopOrLift(): Promise<void> {
  if (world.isStopped) await liftStop(owner, { reason: "测试" });
  else await stopLabels(owner, { reason: "测试" });
  world.isStopped = !world.isStopped;
}

async function newCard(): Promise<void> {
  const day = Math.floor((clock.now().getTime() + 28_800_000) / 86_400_000) + 1;
  const consumer = pick([[200, 400, 700], [500, 500, 900]]);
  const rows = SAMPLE_CARD.rows.map((row) => (row.payer === "consumer" ? { ...row, feeBps: consumer[[3, 6, 12].indexOf(row.term)]! } : row));
  const ctx = await enterPlatform({ userId: PEOPLE.admin.id, name: PEOPLE.admin.name, locale: null, theme: null }, { clock });
  const lenderShortName = `新${world.cards.length}`;
  await publishRateCard(ctx, { ...SAMPLE_CARD, expectedVersion: world.cards.length, lenderShortName, fromDate: calendarDate(shanghaiDateOf(new Date(day * 86_400_000))), rows });
  world = { ...world, cards: [...world.cards, { from: day, lender: lenderShortName, fees: fees(consumer) }] };
}

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
