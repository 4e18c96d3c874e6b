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
    ["三百来块", [["money", 30_000, "over"]]],
    ["不到三百块", [["money", 30_000, "under"]]],
    ["四百不到", [["count", 400, "under"]]],
    ["不超过300元", [["money", 30_000, "most"]]],
    ["二百块封顶", [["money", 20_000, "most"]]],
    ["三百以内", [["count", 300, "most"]]],
    ["不低于300元", [["money", 30_000, "least"]]],
    ["158一个月", [["count", 158], ["months", 1]]],
    ["一百六十八一期", [["count", 168], ["term", 1]]],
    ["三百一期", [["count", 300], ["term", 1]]],
    ["二十一期", [["term", 21]]],
    ["￥215.00/期", [["money", 21_500]]],
    ["215/期", [["money", 21_500]]],
    ["每期574.07", [["count", 574.07]]],
    ["1千2", [["count", 1_200]]],
    ["一毛四", [["money", 14]]],
    ["十二点六七个点", [["percent", 126_700]]],
    ["分一年半", [["months", 18]]],
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
