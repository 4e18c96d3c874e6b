import { expect, it } from "vitest";
import { parseStock } from "@/lib/catalog/parse-stock";

it.each([
  ["12", true],
  ["0", false],
  ["１２件", true],
  ["1,200", true],
  ["有货", true],
  ["无货", false],
  ["In stock", true],
  ["out-of-stock", false],
  ["售罄", false],
  ["3.0", true],
])("%s is in stock: %s", (text, inStock) => {
  expect(parseStock(text)).toEqual({ ok: true, inStock });
});

it("refuses what is no stock", () => {
  expect(parseStock("-3")).toEqual({ ok: false, reason: "negative" });
  expect(parseStock("一些")).toEqual({ ok: false, reason: "not-understood" });
  expect(parseStock("1e9")).toEqual({ ok: false, reason: "not-understood" });
});
