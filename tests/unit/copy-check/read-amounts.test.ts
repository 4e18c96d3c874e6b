import { describe, expect, it } from "vitest";
import { foldText } from "@/lib/copy-check/fold-text";
import { readAmounts } from "@/lib/copy-check/read-amounts";

const read = (text: string) => readAmounts(foldText(text)).map(({ kind, value, precision }) => (precision === "exact" ? [kind, value] : [kind, value, precision]));

describe("amounts", () => {
  it.each<[string, unknown[]]>([
    ["每期333.33元", [["money", 33_333]]],
    ["¥1,299.00", [["money", 129_900]]],
    ["一百六十六元", [["money", 16_600]]],
    ["两毛", [["money", 20]]],
    ["三块五", [["money", 350]]],
    ["六块六毛六", [["money", 666]]],
    ["两千三百元", [["money", 230_000]]],
    ["十二期零利息", [["term", 12]]],
    ["分24个月", [["months", 24]]],
    ["年化13.75%", [["percent", 137_500]]],
    ["百分之十五", [["percent", 150_000]]],
    ["约333元", [["money", 33_300, "about"]]],
    ["333元左右", [["money", 33_300, "about"]]],
    ["三百多块钱", [["money", 30_000, "over"]]],
    ["最后3天", [["days", 3]]],
    ["还剩2小时", [["hours", 2]]],
  ])("%s", (text, amounts) => {
    expect(read(text)).toEqual(expect.arrayContaining(amounts));
  });

  it.each(["一块巧克力", "三块香皂"])("%s is no money", (text) => {
    expect(read(text).map(([kind]) => kind)).not.toContain("money");
  });

  it("gives no number where more digits stand than a fen has", () => {
    expect(readAmounts(foldText("3.333元"))[0]!.value).toBeNaN();
  });
});
