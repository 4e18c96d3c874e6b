import { beforeAll, describe, expect, it } from "vitest";
import { asSystemInShop } from "@/lib/access/gates";
import { liftStop } from "@/lib/labels/lift-stop";
import { stopLabels } from "@/lib/labels/stop-labels";
import { watchLabels } from "@/lib/labels/watch-labels";
import { listNotifications } from "@/lib/notifications/queries";
import { pauseOffer } from "@/lib/offers/pause-offer";
import { recordBudgetUse } from "@/lib/offers/record-budget-use";
import { asOwner } from "../../setup/as-owner";
import { addOffer, addProduct, openLabelShops } from "./label-shop";

const { clock, owner, enter } = await openLabelShops();
const look = async () => {
  clock.advance(1_000);
  const looked = await watchLabels(asSystemInShop(owner.shopId, { clock }));
  clock.advance(1_000);
  return looked;
};
const told = () => asOwner<{ kind: string; params: object }>("SELECT kind, params FROM notification WHERE shop_id = $1 AND kind IN ('labels-fell', 'offer-started', 'offer-ended') ORDER BY at, id", [owner.shopId]);

describe("the watch over labels", () => {
  let offerId: string;
  beforeAll(async () => {
    await addProduct(owner, "T-1", [{ code: "one", cashPriceFen: 129_900 }]);
    await addProduct(owner, "T-2", [{ code: "one", cashPriceFen: 59_900 }]);
    await addProduct(owner, "T-3", [{ code: "one", cashPriceFen: 900 }]);
  });

  it("the first look only sets the mark", async () => {
    expect(await look()).toEqual({ fallen: 0, reasons: [], started: [], ended: [] });
  });

  it("tells once that an offer has started", async () => {
    offerId = await addOffer(owner, { budgetFen: 2_500 });
    expect(await look()).toEqual({ fallen: 0, reasons: [], started: [offerId], ended: [] });
    expect(await look()).toEqual({ fallen: 0, reasons: [], started: [], ended: [] });
    expect(await told()).toEqual([{ kind: "offer-started", params: { offer: "3期0息" } }]);
  });

  it("tells how many products lost their label when the budget ran out, and why", async () => {
    await recordBudgetUse(await enter("finance", "tea"), { offerId, amountFen: 2_000, reference: "bill-1" });
    expect(await look()).toEqual({ fallen: 2, reasons: [{ reason: "budget-exhausted", count: 2 }], started: [], ended: [] });
    expect((await told()).at(-1)).toEqual({ kind: "labels-fell", params: { count: 2, reasons: [{ reason: "budget-exhausted", count: 2 }] } });
    const { rows } = await listNotifications(owner);
    expect(rows.find(({ kind }) => kind === "labels-fell")).toMatchObject({ params: { count: 2 }, reasons: [{ reason: "budget-exhausted", count: 2 }] });
  });

  it("tells of a label that is lost at one placement alone, also behind a stop, but not of the stop", async () => {
    clock.advance(1_000);
    const at = await addOffer(owner, { name: "橱窗", budgetFen: null, placements: ["SHOWCASE"], templates: { SHOWCASE: "zero-interest" } });
    await look();
    await stopLabels(owner, { reason: "核对" });
    expect((await look()).fallen).toBe(0);
    await pauseOffer(owner, { offerId: at, reason: "核对" });
    expect(await look()).toMatchObject({ fallen: 2, reasons: [{ reason: "paused", count: 2 }] });
    await liftStop(owner, { reason: "好了" });
    expect((await look()).fallen).toBe(0);
  });

  it("tells that an offer's window ended, two looks at once telling it once", async () => {
    clock.set("2026-12-20T00:00:00+08:00");
    await Promise.all([look(), look()]);
    expect((await told()).filter(({ kind }) => kind === "offer-ended")).toEqual([{ kind: "offer-ended", params: { offer: "3期0息" } }]);
  });
});
