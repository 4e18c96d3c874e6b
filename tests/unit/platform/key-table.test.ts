import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KeyTable } from "@/lib/platform/key-table";

describe("a table of keys", () => {
  it("numbers keys in the order in which they come, and knows them again", () => {
    const table = new KeyTable();
    expect([table.add("b"), table.add("a"), table.add("b")]).toEqual([0, 1, 0]);
    expect([table.find("a"), table.find("c"), table.size]).toEqual([1, -1, 2]);
    expect(table.keyAt(1)).toBe("a");
    expect(() => table.keyAt(2)).toThrow(RangeError);
  });

  it("does as a Map does, also past the number from which keys are packed", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 12 }), { maxLength: 300 }), (odd) => {
        const table = new KeyTable();
        const known = new Map<string, number>();
        const keys = [...odd, ...Array.from({ length: 5_000 }, (_, index) => `sku-${index}`), ...odd.map((key) => `${key}商品`), "", "\u0000", "ÿ", "Ā"];
        const wrong = keys.filter((key) => {
          const expected = known.get(key) ?? known.size;
          known.set(key, expected);
          return table.add(key) !== expected;
        });
        expect(wrong).toEqual([]);
        expect(table.size).toBe(known.size);
        expect([...known].filter(([key, number]) => table.find(key) !== number || table.keyAt(number) !== key)).toEqual([]);
        expect(table.find("not there")).toBe(-1);
      }),
      { numRuns: 20 },
    );
  });

  it("takes about fifty bytes for a key of fifteen characters", () => {
    const table = new KeyTable();
    for (let index = 0; index < 300_000; index++) table.add(`3456789${String(index).padStart(8, "0")}`);
    expect(table.byteLength / table.size).toBeLessThan(55);
  });

  it("refuses a key that is none", () => {
    expect(() => new KeyTable().add("x".repeat(2_001))).toThrow(RangeError);
  });
});
