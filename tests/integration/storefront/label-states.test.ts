import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countLabelStates, findLabelStates, listProductsByLabelState, listProductsSortedByLabel } from "@/lib/storefront/label-states";
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

  it("sort the catalog: labelled ones first, then by how near they came, page by page", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listProductsSortedByLabel(owner, { limit: 1, after }, index);
      seen.push(...page.products.map(({ externalId }) => externalId));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toEqual(["several", "plain", "cheap", "gone"]);
    expect((await listProductsSortedByLabel(owner, { category: "没有的" }, index)).products).toEqual([]);
  });

  it("follow a change of one product without touching the others, and a new product takes its place", async () => {
    const shop = await index.find(owner.shopId);
    if (shop === null || shop === "updating") throw new Error("The shop is not there");
    const generation = shop.generation;
    const before = shop.place(shop.find(ids.plain!));
    clock.advance(10);
    ids.late = (await addProduct(owner, "late", [{ code: "s", cashPriceFen: 20_000 }])).id;
    expect(shop.generation).toBe(generation);
    expect(shop.isCurrent(before)).toBe(true);
    expect((await listProductsByLabelState(owner, { state: "labelled" }, index)).products.map(({ externalId }) => externalId)).toEqual(["late", "several", "plain"]);
    expect((await listProductsByLabelState(owner, { state: "labelled", search: "白瓷", limit: 2 }, index)).products).toHaveLength(2);
  });

  it("are counted, for those who may see labels", async () => {
    expect(await countLabelStates(owner, index)).toEqual({ labelled: 3, reasons: [{ reason: "amount-below-offer", count: 1 }, { reason: "out-of-stock", count: 1 }], total: 5, isUpdating: false });
    await expect(countLabelStates({ ...owner, permissions: new Set() }, index)).rejects.toMatchObject({ code: "forbidden" });
  });
});
