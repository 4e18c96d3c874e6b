import { describe, expect, it } from "vitest";
import { placeFindings, posterLinesOf } from "@/lib/review/place-findings";

const LINES = ["手作白瓷盖碰", "全网第一的好茶具", "3期免息，每期333元", "附收纳布袋"].map((text) => ({ text, confidence: 92 }));
const TEXT = LINES.map(({ text }) => text).join("\n");
const spanOf = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const place = (text: string, words: string, lines = LINES) => placeFindings(text, [spanOf(text, words)], lines);

describe("a finding on a poster", () => {
  it("stands on the line that it was recognized in", () => {
    const placed = place(TEXT, "全网第一");
    expect(placed).toEqual({ linesOfFinding: [[1]], missing: [] });
    expect(posterLinesOf(placed, 0, LINES)).toEqual([{ number: 2, text: "全网第一的好茶具" }]);
  });

  it("stays there when somebody corrects what was misread, moves lines and writes others between", () => {
    expect(place(`新的一句\n3期免息，每期333元\n全网第一的茶具\n手作白瓷盖碗\n附收纳布袋`, "第一").linesOfFinding).toEqual([[1]]);
    expect(place("手作白瓷盖碗", "盖碗").linesOfFinding).toEqual([[0]]);
  });

  it("stands on two lines where it runs over both", () => {
    expect(place(TEXT, "好茶具\n3期").linesOfFinding).toEqual([[1, 2]]);
  });

  it("finds its line in a row that was joined of several", () => {
    const joined = LINES.map(({ text }) => text).join("，");
    expect(place(joined, "每期333元")).toEqual({ linesOfFinding: [[2]], missing: [] });
  });

  it("stands nowhere where the words were typed by hand", () => {
    expect(place(`${TEXT}\n绝对正品，假一赔十`, "绝对正品").linesOfFinding).toEqual([[]]);
  });

  it("is told twice where the poster says it twice", () => {
    expect(place("限时包邮", "包邮", [{ text: "限时包邮", confidence: 90 }, { text: "限时包邮", confidence: 90 }]).linesOfFinding).toEqual([[0, 1]]);
  });
});

describe("a line of the poster that the text leaves out", () => {
  it("is named", () => {
    expect(place("手作白瓷盖碗\n附收纳布袋", "盖碗").missing).toEqual([1, 2]);
  });

  it("is not missed where it was hardly readable", () => {
    expect(placeFindings("手作白瓷盖碗", [], [{ text: "刁巳", confidence: 41 }]).missing).toEqual([]);
  });

  it("may be all of them", () => {
    expect(placeFindings("", [], LINES).missing).toEqual([0, 1, 2, 3]);
  });
});
