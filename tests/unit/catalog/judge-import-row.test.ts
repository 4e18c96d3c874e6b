import { describe, expect, it } from "vitest";
import { guessMapping } from "@/lib/catalog/guess-mapping";
import { createRowJudge, type Judged } from "@/lib/catalog/judge-import-row";
import type { SpoiledCell } from "@/lib/catalog/source-row";

const HEADER = ["商品ID", "商品标题", "类目", "标签", "规格ID", "规格名称", "售价", "现金价", "分期价", "划线价", "成本价", "库存"];
const row = (changes: Record<number, string> = {}) => ["100", "青瓷茶杯", "茶杯", "新品,手作", "s1", "天青", "¥139", "¥129.00", "129元", "199", "40", "12"].map((cell, index) => changes[index] ?? cell);
const judgeOf = () => {
  const { judge } = createRowJudge(guessMapping(HEADER), HEADER.length);
  return (line: number, cells: string[], spoiled?: SpoiledCell[]) => judge({ line, cells, spoiled });
};
const judgeOne = (changes: Record<number, string>): Judged => judgeOf()(2, row(changes));
const reasonsOf = (judged: Judged) => (judged.ok ? [] : judged.reasons.map(({ field, code }) => `${field}: ${code}`));

describe("judging a row of an import", () => {
  it("reads every column of an export in the manner of Douyin shops", () => {
    expect(judgeOne({})).toEqual({
      ok: true,
      sku: {
        externalId: "100",
        product: { title: "青瓷茶杯", category: "茶杯", contentTags: ["新品", "手作"] },
        code: "s1",
        name: "天青",
        position: 0,
        cashPriceFen: 12900,
        installmentPriceFen: 12900,
        listPriceFen: 19900,
        costPriceFen: 4000,
        inStock: true,
      },
    });
  });

  it.each([
    ["¥1,299.00", 129900],
    ["1299元", 129900],
    ["１２９９", 129900],
    ["￥1，299．50", 129950],
    [" 0.01 ", 1],
  ])("reads the price %s", (text, fen) => {
    const judged = judgeOne({ 7: text });
    expect(judged.ok && judged.sku.cashPriceFen).toBe(fen);
  });

  it.each([
    ["", "cashPrice: missing"],
    ["-5", "cashPrice: negative"],
    ["0", "cashPrice: zero"],
    ["1e9", "cashPrice: not-a-number"],
    ["1000000000", "cashPrice: too-large"],
    ["100000000.00", "cashPrice: too-large"],
    ["9.999", "cashPrice: too-precise"],
    ["面议", "cashPrice: not-a-number"],
  ])("refuses the price %j: %s", (text, reason) => {
    expect(reasonsOf(judgeOne({ 7: text }))).toEqual([reason]);
  });

  it("takes the cash price where the installment price is blank, and a cost of zero for a fact", () => {
    const judged = judgeOne({ 8: "", 10: "0" });
    expect(judged).toMatchObject({ ok: true, sku: { installmentPriceFen: 12900, costPriceFen: 0 } });
  });

  it("refuses a list price of zero, a stock it cannot read and an id that a spreadsheet has mangled, all at once", () => {
    expect(reasonsOf(judgeOne({ 0: "6.94E+18", 9: "0", 11: "若干" }))).toEqual(["externalId: mangled-id", "listPrice: zero", "stock: not-understood"]);
  });

  it("refuses blank ids and titles and cells beyond the header", () => {
    expect(reasonsOf(judgeOne({ 0: " ", 1: "" }))).toEqual(["externalId: missing", "title: missing"]);
    expect(reasonsOf(judgeOf()(2, [...row(), "", "多"]))).toEqual(["null: too-many-cells"]);
  });

  it("takes rows of one id for the SKUs of one product and refuses the second row of the same SKU", () => {
    const judge = judgeOf();
    expect(judge(2, row()).ok).toBe(true);
    expect(judge(3, row({ 1: "", 2: "", 3: "", 4: "s2" }))).toMatchObject({ ok: true, sku: { product: null, position: 1 } });
    expect(judge(4, row({ 4: "s2" }))).toEqual({ ok: false, reasons: [{ field: "skuCode", code: "same-sku", params: { line: 3 } }] });
    expect(judge(5, row({ 1: "别的标题", 4: "s3" }))).toEqual({ ok: false, reasons: [{ field: "title", code: "differs", params: { line: 2 } }] });
    expect(reasonsOf(judge(6, row({ 2: "茶壶", 3: "新品", 4: "s4" })))).toEqual(["category: differs", "contentTags: differs"]);
  });

  it("lets a later row lean on the title of a first row that was refused for its price", () => {
    const judge = judgeOf();
    expect(judge(2, row({ 7: "面议" })).ok).toBe(false);
    expect(judge(3, row({ 1: "", 2: "", 3: "", 4: "s2" }))).toMatchObject({ ok: true, sku: { product: { title: "青瓷茶杯", category: "茶杯", contentTags: ["新品", "手作"] } } });
    expect(judge(4, row({ 1: "", 4: "s3" }))).toMatchObject({ ok: true, sku: { product: null } });
  });

  it("refuses the third hundred of SKUs of one product", () => {
    const judge = judgeOf();
    const refused = Array.from({ length: 201 }, (_, index) => judge(index + 2, row({ 4: `s${index}` }))).filter(({ ok }) => !ok);
    expect(refused).toEqual([{ ok: false, reasons: [{ field: "skuCode", code: "too-many-skus", params: { max: 200 } }] }]);
  });

  it("refuses formulas, merged cells and error values where they matter, and lets them be where no column is meant", () => {
    expect(reasonsOf(judgeOf()(2, row(), [{ column: 7, why: "formula" }, { column: 0, why: "merged" }, { column: 6, why: "error-value" }]))).toEqual(["cashPrice: formula", "externalId: merged"]);
  });
});

describe("guessing the columns", () => {
  it("takes the selling price for the cash price when there is no other", () => {
    expect(guessMapping(["商品ID", "商品名称", "售价（元）", "库存"])).toEqual({ externalId: 0, title: 1, cashPrice: 2, stock: 3 });
  });

  it("takes the selling price for what an installment buyer owes when there is a lower cash price beside it", () => {
    expect(guessMapping(["ID", "Title", "Price", "Cash price"])).toEqual({ externalId: 0, title: 1, installmentPrice: 2, cashPrice: 3 });
  });

  it("never gives one column two meanings", () => {
    const mapping = guessMapping(HEADER);
    expect(new Set(Object.values(mapping)).size).toBe(Object.keys(mapping).length);
    expect(mapping).toMatchObject({ cashPrice: 7, installmentPrice: 8, listPrice: 9 });
  });
});
