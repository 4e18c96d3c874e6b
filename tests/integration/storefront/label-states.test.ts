import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countLabelStates, findLabelStates, listProductsByLabelState } from "@/lib/storefront/label-states";
import { LabelIndex } from "@/lib/storefront/label-index";
import { addOffer, addProduct, openLabelShops } from "../labels/label-shop";

const { clock, owner, stranger } = await openLabelShops();
const index = new LabelIndex({ clock });
const ids: Record<string, string> = {};

beforeAll(async () => {
  await index.start();
  await addOffer(owner, { minAmountFen: 10_000, placements: ["LIVESTREAM"], templates: { LIVESTREAM: "per-period-short" }, funding: { consumerBps: 10_000, merchantBps: 0, platformBps: 0 }, budgetFen: null });
  for (const [name, prices] of Object.entries({ plain: [20_000], several: [20_000, 30_000], cheap: [900], gone: [20_000] })) {
    clock.advance(10);
    const skus = prices.map((cashPriceFen, index) => ({ code: `s${index}`, cashPriceFen, inStock: name !== "gone" }));
    ids[name] = (await addProduct(owner, name, skus)).id;
  }
});
afterAll(() => index.stop());

describe("label states", () => {
  it("say of each product whether it is labelled, or the nearest reason why not", async () => {
    const states = await findLabelStates(owner, Object.values(ids), index);
    expect(Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, states.get(id)?.reason]))).toEqual({ plain: "labelled", several: "labelled", cheap: "amount-below-offer", gone: "out-of-stock" });
  });

  it("narrow the catalog, page by page", async () => {
    const first = await listProductsByLabelState(owner, { state: "labelled", limit: 1 }, index);
    expect(first.products.map(({ externalId }) => externalId)).toEqual(["several"]);
    const second = await listProductsByLabelState(owner, { state: "labelled", limit: 1, after: first.next! }, index);
    expect(second.products.map(({ externalId }) => externalId)).toEqual(["plain"]);
    expect(await listProductsByLabelState(owner, { state: "out-of-stock" }, index)).toMatchObject({ products: [{ externalId: "gone" }], next: null });
    expect((await listProductsByLabelState(stranger, { state: "labelled" }, index)).products).toEqual([]);
  });

  it("are counted, for those who may see labels", async () => {
    expect(await countLabelStates(owner, index)).toEqual({ labelled: 2, reasons: [{ reason: "amount-below-offer", count: 1 }, { reason: "out-of-stock", count: 1 }], total: 4, isCapped: false, isUpdating: false });
    await expect(countLabelStates({ ...owner, permissions: new Set() }, index)).rejects.toMatchObject({ code: "forbidden" });
  });
});
