import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, GAP } from "@/lib/copy-check/fold-text";

describe("folding", () => {
  it.each([
    ["full width", "３期０息", "3期0息"],
    ["traditional", "免費帶走", "免费带走"],
    ["zeros", "〇息 零息 ○息 O息 0️⃣息", "0息0息0息0息0息"],
    ["letters that look alike", "АРR", "apr"],
    ["compatibility radicals and circled digits", "⑫期⼀", "12期一"],
    ["mathematical digits", "𝟯期", "3期"],
    ["spaces, dots, pictures and zero-width signs in between", "套 现·套✨现\u200b套\u202e现", "套现套现套现"],
    ["a seal in between", "套㊙️现", "套现"],
    ["a picture that stands for a word", "返💰", "返钱"],
    ["a letter that is one", "oppo手机 NO", "oppo手机no"],
  ])("reads %s", (_name, written, folded) => {
    expect(foldText(written).text).toBe(folded);
  });

  it("keeps thousands as one number and lists as several", () => {
    expect(foldText("1,299.00元").text).toBe("1299.00元");
    const list = foldText("3/6/12期");
    expect(list.text).toBe("3612期");
    expect([...list.gaps].slice(1, 3)).toEqual([GAP.pause, GAP.pause]);
  });

  it("finds its way back: every folded character names its original", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("免", "息", "費", " ", "😀", "\ud83d", "０", "，", "。", "a", "㎡", "\u200b", "﷽") }), (text) => {
        const { text: folded, starts, ends } = foldText(text);
        expect(starts.length).toBe(folded.length);
        for (let index = 0; index < folded.length; index++) {
          expect(ends[index]!).toBeGreaterThan(starts[index]!);
          expect(ends[index]!).toBeLessThanOrEqual(text.length);
          if (index > 0) expect(starts[index]!).toBeGreaterThanOrEqual(starts[index - 1]!);
        }
      }),
    );
  });

  it("takes broken text as it comes", () => {
    for (const text of ["", "\ud800", "\udc00\ud800", "\0", "‏‏", "<script>alert(1)</script>"]) expect(() => foldText(text)).not.toThrow();
  });
});
