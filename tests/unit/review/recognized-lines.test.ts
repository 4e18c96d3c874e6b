import { describe, expect, it } from "vitest";
import { LINES_MAX, linesOfWords, type RecognizedWord } from "@/lib/review/recognized-lines";

const word = (text: string, x0: number, x1: number, { y0 = 100, y1 = 140, confidence = 95 }: Partial<{ y0: number; y1: number; confidence: number }> = {}): RecognizedWord => ({ text, confidence, box: { x0, y0, x1, y1 } });
const textsOf = (...rows: RecognizedWord[][]) => linesOfWords(rows).map(({ text }) => text);

describe("the lines of a picture", () => {
  it("put Chinese together without spaces and keep them between Latin words", () => {
    expect(textsOf([word("手", 0, 40), word("环", 60, 100), word("Pro", 120, 180), word("Max", 200, 260)])).toEqual(["手环Pro Max"]);
  });

  it("write the signs of Chinese as Chinese, and leave those of numbers", () => {
    expect(textsOf([word("免息,每期", 0, 200), word("1,299", 210, 300), word("元!", 305, 360)])).toEqual(["免息，每期1,299元！"]);
  });

  it("keep columns apart", () => {
    expect(textsOf([word("限时价", 0, 120), word("每期33元", 260, 420)])).toEqual(["限时价", "每期33元"]);
  });

  it("put the halves of a line together again", () => {
    const lines = linesOfWords([[word("附收纳布袋，全", 0, 280)], [word("国包邮", 290, 410)], [word("下一行", 0, 120, { y0: 160, y1: 200 })]]);
    expect(lines.map(({ text }) => text)).toEqual(["附收纳布袋，全国包邮", "下一行"]);
    expect(lines[0]!.box).toEqual({ x0: 0, y0: 100, x1: 410, y1: 140 });
  });

  it("are not torn where the box of a word is that of a dot before it", () => {
    expect(textsOf([word("学", 0, 6, { y0: 118, y1: 124 }), word("生", 90, 130), word("优", 135, 175), word("惠", 180, 220)])).toEqual(["学生优惠"]);
  });

  it("leave out ornaments, never a number", () => {
    expect(textsOf([word("~|", 0, 40)], [word("刁", 0, 40, { y0: 200, y1: 240, confidence: 12 })], [word("#399", 0, 90, { y0: 300, y1: 340, confidence: 7 })])).toEqual(["#399"]);
  });

  it("have a limit", () => {
    const rows = Array.from({ length: LINES_MAX + 5 }, (_, index) => [word(`第${index}行`, 0, 100, { y0: index * 60, y1: index * 60 + 40 })]);
    expect(linesOfWords(rows)).toHaveLength(LINES_MAX);
  });
});
