import { describe, expect, it } from "vitest";
import { sourceFiles } from "./source-files";

/** Tables that belong to no shop, each with the reason. */
const SHARED_TABLES: Record<string, string> = {
  User: "a person may work for several shops",
  Shop: "is the tenant",
  RateCard: "of a channel; every shop reads it",
  RateCardRow: "of a rate card",
  Policy: "of a regulator; every shop reads it",
  LprRate: "published for everybody",
  CopyRuleSet: "the rules that every shop's words are judged by",
  Proposal: "what compliance proposes and approves",
  CopyTakeDown: "a phrase, of whichever shop",
  LabelTemplate: "approved by the platform for every shop",
};

const models = sourceFiles("prisma", [".prisma"]).flatMap(({ text }) =>
  [...text.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map((match) => ({ name: match[1]!, body: match[2]! })),
);
const tableOf = ({ name, body }: { name: string; body: string }) => body.match(/@@map\("(\w+)"\)/)?.[1] ?? name;

describe("the stored shape", () => {
  it("has tables", () => {
    expect(models.length).toBeGreaterThan(5);
  });

  it("every table of a shop says which shop", () => {
    const wrong = models.filter(({ name, body }) => !(name in SHARED_TABLES) && !/^\s+shopId\s+String/m.test(body));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it("every table stands behind row-level security", () => {
    const sql = sourceFiles("prisma/migrations", [".sql"]).map(({ text }) => text).join("\n");
    const wrong = models.map(tableOf).filter((table) => !new RegExp(`\\b${table}\\b`).test(sql));
    expect(wrong).toEqual([]);
  });

  it("keeps no money in floats", () => {
    const wrong = models.filter(({ body }) => /\b(Float|Decimal)\b/.test(body));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});
