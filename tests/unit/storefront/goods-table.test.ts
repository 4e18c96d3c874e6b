import fc from "fast-check";
import { expect, it } from "vitest";
import { fen } from "@/lib/money/fen";
import { GoodsTable, type GoodsRow } from "@/lib/storefront/goods-table";

const skuArbitrary = fc.record({
  skuId: fc.integer({ min: 0, max: 300 }).map((number) => `sku_${number}`),
  code: fc.constantFrom("default", "天青", "月白"),
  position: fc.integer({ min: 0, max: 9 }),
  cashPriceFen: fc.integer({ min: 1, max: 9_999_999_999 }).map(fen),
  installmentPriceFen: fc.integer({ min: 1, max: 9_999_999_999 }).map(fen),
  inStock: fc.boolean(),
});
const rowArbitrary: fc.Arbitrary<GoodsRow> = fc
  .record({
    number: fc.integer({ min: 0, max: 90 }),
    category: fc.constantFrom("", "茶杯", "茶壶"),
    contentTags: fc.uniqueArray(fc.constantFrom("新品", "手作", "直播"), { maxLength: 3 }),
    skus: fc.array(skuArbitrary, { maxLength: 4 }),
  })
  .map(({ number, ...facts }) => ({ productId: `prd_${String(number).padStart(3, "0")}`, externalId: `外${number}`, ...facts }));

it("holds what was put in last, finds it by either id, and keeps the order of ids", () => {
  fc.assert(
    fc.property(fc.array(rowArbitrary, { maxLength: 200 }), (rows) => {
      const table = new GoodsTable();
      const known = new Map<string, GoodsRow>();
      for (const row of rows) {
        const stamp = known.has(row.productId) ? table.stamp(table.find(row.productId)) : null;
        const number = table.put(row);
        if (stamp !== null) expect(table.stamp(number)).not.toBe(stamp);
        known.set(row.productId, row);
        if (known.size % 7 === 0) table.order();
      }
      expect(table.size).toBe(known.size);
      for (const { externalId, ...goods } of known.values()) {
        const number = table.find(externalId);
        expect(table.find(goods.productId)).toBe(number);
        expect(table.goods(number)).toEqual(goods);
        expect(table.hasSkus(number)).toBe(goods.skus.length > 0);
      }
      expect([...table.order()].map((number) => table.productId(number))).toEqual([...known.keys()].sort());
      const matches = table.matcher({ category: "茶杯", tag: "手作" });
      expect([...table.order()].filter(matches).map((number) => table.productId(number))).toEqual(
        [...known.values()].filter(({ category, contentTags }) => category === "茶杯" && contentTags.includes("手作")).map(({ productId }) => productId).sort(),
      );
      expect([...table.order()].some(table.matcher({ category: "没有" }))).toBe(false);
    }),
    { numRuns: 60 },
  );
});
