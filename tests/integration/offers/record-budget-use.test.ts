import { beforeAll, describe, expect, test } from "vitest";
import { createOffer } from "@/lib/offers/create-offer";
import { getOffer, listBudgetEntries } from "@/lib/offers/queries";
import { recordBudgetUse } from "@/lib/offers/record-budget-use";
import { movableClock } from "@/lib/platform/clock";
import { auditOf, changeSeqOf, noticesOf, openShopWithProducts, publishNew, zeroInterest } from "./offer-people";

const clock = movableClock("2026-11-10T02:00:00.000Z");
let shop: Awaited<ReturnType<typeof openShopWithProducts>>;
beforeAll(async () => {
  shop = await openShopWithProducts(clock);
});

describe("recording what a budget has borne", () => {
  test("counts it, tells of the change and leaves an audit row", async () => {
    const offerId = await publishNew(shop.owner);
    const before = await changeSeqOf("shanshe");
    expect(await recordBudgetUse(shop.finance, { offerId, amountFen: 12_345, reference: "账单-1" })).toMatchObject({ isNew: true, usedFen: 12_345, remainingFen: 87_655, mark: "fine" });
    expect(await getOffer(shop.viewer, offerId)).toMatchObject({ budget: { usedFen: 12_345 } });
    expect(await listBudgetEntries(shop.viewer, { offerId })).toMatchObject({ rows: [{ amountFen: 12_345, reference: "账单-1", by: "许知秋" }], next: null });
    expect(await changeSeqOf("shanshe")).toBe(before + 1);
    expect((await auditOf(offerId)).at(-1)).toMatchObject({ action: "budget.recorded", actor_name: "许知秋", detail: { usedBefore: 0, usedAfter: 12_345 } });
  });

  test("the same reference counts once; with another amount it is refused", async () => {
    const offerId = await publishNew(shop.owner);
    await recordBudgetUse(shop.finance, { offerId, amountFen: 500, reference: "same" });
    expect(await recordBudgetUse(shop.finance, { offerId, amountFen: 500, reference: "same" })).toMatchObject({ isNew: false, usedFen: 500 });
    await expect(recordBudgetUse(shop.finance, { offerId, amountFen: 501, reference: "same" })).rejects.toMatchObject({ code: "duplicate" });
    const many = await Promise.all([1, 2, 3].map(() => recordBudgetUse(shop.finance, { offerId, amountFen: 700, reference: "race" })));
    expect(many.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect((await getOffer(shop.owner, offerId)).budget.usedFen).toBe(1_200);
  });

  test("warns once at the mark and tells once when it is used up", async () => {
    const offerId = await publishNew(shop.owner);
    const use = (amountFen: number, reference: string) => recordBudgetUse(shop.owner, { offerId, amountFen, reference });
    await use(79_999, "a");
    expect(await noticesOf(offerId)).toEqual([]);
    await use(1, "b");
    await use(5_000, "c");
    expect(await noticesOf(offerId)).toEqual([{ kind: "budget-warning", params: { offer: "3期0息", usedPercent: 80 } }]);
    await use(20_000, "d");
    expect((await noticesOf(offerId)).map(({ kind }) => kind)).toEqual(["budget-warning", "budget-exhausted"]);
    await use(-30_000, "given back");
    await use(30_000, "used again");
    expect(await noticesOf(offerId)).toHaveLength(2);
  });

  test("no more can be given back than was used, and an unpublished offer uses nothing", async () => {
    const offerId = await publishNew(shop.owner);
    await expect(recordBudgetUse(shop.owner, { offerId, amountFen: -1, reference: "x" })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(recordBudgetUse(shop.owner, { offerId, amountFen: 0, reference: "x" })).rejects.toThrow();
    const { offerId: draftId } = await createOffer(shop.owner, { content: zeroInterest() });
    await expect(recordBudgetUse(shop.owner, { offerId: draftId, amountFen: 1, reference: "x" })).rejects.toMatchObject({ code: "wrong_state" });
  });

  test("is neither for operators and viewers nor for other shops", async () => {
    const offerId = await publishNew(shop.owner);
    for (const ctx of [shop.operator, shop.viewer]) await expect(recordBudgetUse(ctx, { offerId, amountFen: 1, reference: "x" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(recordBudgetUse(shop.stranger, { offerId, amountFen: 1, reference: "x" })).rejects.toMatchObject({ code: "not_found" });
  });
});
