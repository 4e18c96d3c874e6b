import { describe, expect, it } from "vitest";
import { auditFacts, nameInDetail } from "@/lib/audit/audit-facts";
import { actionsOf, AUDIT_GROUPS, PLATFORM_AUDIT_GROUPS, SHOP_AUDIT_GROUPS } from "@/lib/audit/audit-groups";
import { AUDIT_ACTIONS } from "@/lib/audit/record-audit";
import { withoutCost } from "@/lib/audit/without-cost";

const lines = (detail: Record<string, unknown>) =>
  auditFacts(detail).map(({ path, before, after, isChange }) => {
    const name = path.map((step) => ("field" in step ? step.field : `#${step.item}`)).join(".");
    return isChange ? `${name}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}` : `${name}: ${JSON.stringify(after)}`;
  });

describe("the facts of a deed", () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ["nothing", {}, []],
    ["two names", { before: "山舍", after: "山舍茶器" }, ['value: "山舍" -> "山舍茶器"']],
    ["what is only known now", { before: null, after: { kind: "stopped", reason: "核对" } }, ['reason: "核对"', 'kind: "stopped"']],
    ["what was removed, its name first", { before: { id: "p", title: "杯" } }, ['title: "杯"', 'id: "p"']],
    ["the state it was in", { before: "live", revision: 2 }, ['before: "live"', "revision: 2"]],
    ["only what differs", { before: { title: "杯", version: 1 }, after: { title: "杯", version: 2 } }, ["version: 1 -> 2"]],
    [
      "a SKU by its own number, wherever it stands",
      { before: { skus: [{ code: "a", cashPriceFen: 1 }, { code: "b", cashPriceFen: 2 }] }, after: { skus: [{ code: "b", cashPriceFen: 3 }, { code: "a", cashPriceFen: 1 }] } },
      ["skus.#b.cashPriceFen: 2 -> 3"],
    ],
    ["a SKU that came and one that went", { before: { skus: [{ code: "a" }] }, after: { skus: [{ code: "b" }] } }, ['skus.#a.code: "a" -> undefined', 'skus.#b.code: undefined -> "b"']],
    [
      "the changes of an offer",
      { draftVersion: 3, changes: [{ field: "window", before: { from: "x", to: "y" }, after: { from: "x", to: "z" } }, { field: "terms", before: [3], after: [3, 6] }] },
      ['window.to: "y" -> "z"', "terms: [3] -> [3,6]", "draftVersion: 3"],
    ],
    ["a first publication", { changes: null, revision: 1, content: { name: "0息", terms: [3] } }, ["revision: 1", 'name: "0息"', "terms: [3]"]],
    ["rows without a number of their own", { card: { rows: [{ term: 3 }, { term: 6 }] } }, ["rows.#1.term: 3", "rows.#2.term: 6"]],
  ])("say %s", (_name, detail, expected) => {
    expect(lines(detail)).toEqual(expected);
  });
});

describe("the name of a subject at the time", () => {
  it.each([
    [{ before: { title: "旧" }, after: { title: "新" } }, "新"],
    [{ before: { title: "旧" } }, "旧"],
    [{ changes: null, content: { name: "0息" } }, "0息"],
    [{ fileName: "a.csv" }, "a.csv"],
    [{ before: "live" }, null],
  ])("%j: %s", (detail, name) => {
    expect(nameInDetail(detail)).toBe(name);
  });
});

describe("kinds of deeds", () => {
  it("hold every action once", () => {
    expect(AUDIT_GROUPS.flatMap(actionsOf).sort()).toEqual([...AUDIT_ACTIONS].sort());
  });

  it("are either a shop's or the platform's", () => {
    expect([...SHOP_AUDIT_GROUPS, ...PLATFORM_AUDIT_GROUPS].sort()).toEqual([...AUDIT_GROUPS].sort());
  });
});

describe("cost prices", () => {
  it("are taken out at any depth, and nothing else", () => {
    const detail = { after: { title: "杯", skus: [{ code: "a", costPriceFen: 1, cashPriceFen: 2 }] }, ids: ["x", null] };
    expect(withoutCost(detail)).toEqual({ after: { title: "杯", skus: [{ code: "a", cashPriceFen: 2 }] }, ids: ["x", null] });
  });
});
