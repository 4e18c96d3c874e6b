import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { pauseOffer } from "@/lib/offers/pause-offer";
import { resumeOffer } from "@/lib/offers/resume-offer";
import { recordBudgetUse } from "@/lib/offers/record-budget-use";
import { enterStore } from "@/lib/access/gates";
import type { Product } from "@/lib/catalog/product";
import { liftStop } from "@/lib/labels/lift-stop";
import { stopLabels } from "@/lib/labels/stop-labels";
import type { LabelAnswer } from "@/lib/labels/label-view";
import { answerLabel, answerLabelAt } from "@/lib/storefront/answer-label";
import { LabelIndex } from "@/lib/storefront/label-index";
import type { PlacementSlug } from "@/lib/storefront/label-query";
import { asOwner } from "../../setup/as-owner";
import { addOffer, addProduct, openLabelShops, reprice } from "../labels/label-shop";

const { clock, owner, stranger, enter } = await openLabelShops();
const index = new LabelIndex({ clock });

beforeAll(() => index.start());
afterAll(() => index.stop());

const ask = (product: string, placement: PlacementSlug = "livestream", sku?: string) => answerLabel(index, { shop: owner.shopId, product, placement, sku });

describe("the compiled labels", () => {
  let bowl: Product;
  let offerId: string;

  it("show a product as soon as its offer is published, under our id and the merchant's", async () => {
    bowl = await addProduct(owner, "T-1", [{ code: "one", cashPriceFen: 129_900 }]);
    expect(await ask(bowl.id)).toEqual({ label: null, reason: "no-offer" });
    offerId = await addOffer(owner);
    expect(await ask(bowl.id)).toMatchObject({ reason: "labelled", label: { mainLine: "3期0息", priceFen: 129_900, perPeriodFen: 43_300, offerId, revision: 1 } });
    expect(await ask("T-1")).toEqual(await ask(bowl.id));
  });

  it("have a changed price at once", async () => {
    clock.advance(1_000);
    bowl = await reprice(owner, bowl, [{ code: "one", cashPriceFen: 99_900 }]);
    expect((await ask(bowl.id)).label?.priceFen).toBe(99_900);
  });

  it("never show one shop what another offers", async () => {
    const tent = await addProduct(stranger, "T-1", [{ code: "one", cashPriceFen: 129_900 }]);
    expect(await answerLabel(index, { shop: stranger.shopId, product: "T-1", placement: "livestream" })).toEqual({ label: null, reason: "no-offer" });
    await expect(ask(tent.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(answerLabel(index, { shop: "nobody", product: "T-1", placement: "poi" })).rejects.toMatchObject({ code: "not_found" });
    await expect(ask(bowl.id, "poi", "no-such-sku")).rejects.toMatchObject({ code: "not_found" });
  });

  it("are gone the moment somebody stops them, and back when it is lifted", async () => {
    await stopLabels(owner, { reason: "核对价格" });
    expect(await ask(bowl.id)).toEqual({ label: null, reason: "stopped" });
    clock.advance(1_000);
    await liftStop(owner, { reason: "已核对" });
    expect((await ask(bowl.id)).reason).toBe("labelled");
  });

  it("follow what another process wrote within a second", async () => {
    const [{ seq }] = await asOwner<{ seq: string }>("UPDATE catalog_change SET seq = seq + 1 WHERE shop_id = $1 RETURNING seq", [owner.shopId]) as [{ seq: string }];
    await asOwner("UPDATE sku SET cash_price_fen = 88800, installment_price_fen = 88800, changed_at = $2 WHERE product_id = $1", [bowl.id, clock.now()]);
    await asOwner("UPDATE product SET change_seq = $2 WHERE id = $1", [bowl.id, seq]);
    await asOwner("SELECT pg_notify('yuefu_change', $1)", [JSON.stringify({ shopId: owner.shopId, seq: 0, catalogSeq: Number(seq) })]);
    await vi.waitFor(async () => expect((await ask(bowl.id)).label?.priceFen).toBe(88_800), { timeout: 1_000, interval: 20 });
  });

  it("say updating rather than an old number while the connection that hears changes is lost, and come back", async () => {
    await asOwner("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'yuefu-changes' AND datname = current_database()");
    await vi.waitFor(async () => expect(await ask(bowl.id)).toEqual({ label: null, reason: "updating" }), { timeout: 2_000, interval: 5 });
    await vi.waitFor(async () => expect((await ask(bowl.id)).reason).toBe("labelled"), { timeout: 5_000, interval: 50 });
  });

  it("change with the clock alone: at Shanghai midnight, and when a window begins", async () => {
    const before = await ask(bowl.id);
    clock.set(before.label!.validUntil);
    const after = await ask(bowl.id);
    expect(after.label!.validUntil > before.label!.validUntil).toBe(true);
    expect(after.label?.quoteFingerprint).not.toBe(before.label?.quoteFingerprint);

    const start = new Date(clock.now().getTime() + 3_600_000);
    const special = await addOffer(owner, { name: "加码", priority: 200, window: { from: start.toISOString(), to: "2026-12-20T00:00:00+08:00" } });
    expect(await ask(bowl.id)).toMatchObject({ label: { offerId, validUntil: start.toISOString() } });
    clock.set(start);
    expect((await ask(bowl.id)).label?.offerId).toBe(special);
  });

  it("answer for an instant in the past what they answered then", async () => {
    const told: { at: Date; placement: PlacementSlug; answer: LabelAnswer }[] = [];
    const remember = async () => {
      clock.advance(1_000);
      for (const placement of ["livestream", "showcase", "poi"] as const) told.push({ at: clock.now(), placement, answer: await ask("S-1", placement) });
      clock.advance(1_000);
    };
    let set = await addProduct(owner, "S-1", [{ code: "small", cashPriceFen: 60_000 }, { code: "large", cashPriceFen: 90_000 }]);
    const other = await addOffer(owner, { name: "六期", priority: 300, terms: [6], templates: { LIVESTREAM: "apr", SHOWCASE: "zero-interest-per-period", POI: "zero-interest" }, budgetFen: 5_000 });
    await remember();
    set = await reprice(owner, set, [{ code: "small", cashPriceFen: 70_000 }]);
    await remember();
    await pauseOffer(owner, { offerId: other, reason: "测试" });
    await remember();
    await resumeOffer(owner, { offerId: other });
    await remember();
    await recordBudgetUse(await enter("owner", "tea"), { offerId: other, amountFen: 3_000, reference: "bill-1" });
    await remember();
    await stopLabels(owner, { reason: "测试" });
    await remember();
    clock.advance(86_400_000);
    await liftStop(owner, { reason: "测试" });
    await remember();
    await reprice(owner, set, [{ code: "small", cashPriceFen: 70_000, inStock: false }]);
    await remember();

    expect(new Set(told.map(({ answer }) => `${answer.reason} ${answer.label?.mainLine}`)).size).toBeGreaterThan(4);
    const visitor = await enterStore(owner.shopId, { clock });
    for (const { at, placement, answer } of told) expect(await answerLabelAt(visitor, { shop: owner.shopId, product: "S-1", placement }, at), `${placement} at ${at.toISOString()}`).toEqual(answer);
  });

  it("tell of tomorrow only those who may see the shop's plans", async () => {
    const tomorrow = new Date(clock.now().getTime() + 86_400_000);
    const asked = { shop: owner.shopId, product: "T-1", placement: "poi" } as const;
    await expect(answerLabelAt(await enterStore(owner.shopId, { clock }), asked, tomorrow)).rejects.toMatchObject({ code: "forbidden" });
    expect((await answerLabelAt(owner, asked, tomorrow)).reason).toBe("labelled");
  });
});
