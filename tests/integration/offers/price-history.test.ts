import { expect, it } from "vitest";
import { previewOffer } from "@/lib/offers/preview-offer";
import { addProduct, offerContent, openLabelShops, reprice } from "../labels/label-shop";

const { clock, owner, stranger } = await openLabelShops("2026-11-20T02:00:00.000Z");
const DAY_MS = 86_400_000;
const warnings = async (ctx: typeof owner) => (await previewOffer(ctx, { content: offerContent({ window: { from: "2026-11-20T00:00:00+08:00", to: "2026-12-20T00:00:00+08:00" } }) })).warnings.filter(({ code }) => code === "price-raised-then-cut");

it("an offer on goods whose price was raised and then cut says so, from the price history of the shop", async () => {
  const product = await addProduct(owner, "T-1", [{ code: "one", cashPriceFen: 100_000 }]);
  await addProduct(owner, "T-2", [{ code: "one", cashPriceFen: 50_000 }]);
  await addProduct(stranger, "N-1", [{ code: "one", cashPriceFen: 100_000 }]);
  expect(await warnings(owner)).toEqual([]);
  clock.advance(3 * DAY_MS);
  const raised = await reprice(owner, product, [{ code: "one", cashPriceFen: 150_000 }]);
  expect(await warnings(owner)).toEqual([]);
  clock.advance(3 * DAY_MS);
  await reprice(owner, raised, [{ code: "one", cashPriceFen: 110_000 }]);
  expect(await warnings(owner)).toMatchObject([{ field: "target", params: { count: 1, title: "白瓷盖碗 T-1", beforeFen: 100_000, raisedFen: 150_000, nowFen: 110_000 } }]);
  expect(await warnings(stranger)).toEqual([]);
});
