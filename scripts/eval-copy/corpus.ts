import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { CATEGORIES } from "@/lib/copy-check/rule-set";
import { copyInputSchema } from "@/lib/copy-check/schema";

export const SPLITS = ["tuned", "held-out"] as const;
export type Split = (typeof SPLITS)[number];

const rowSchema = z
  .object({
    id: z.string().min(1),
    /** The category that the text is an offence of, or comes near to. */
    for: z.enum(CATEGORIES).optional(),
    near: z.enum(CATEGORIES).optional(),
    expect: z.array(z.tuple([z.enum(CATEGORIES), z.string().min(1)])),
  })
  .and(copyInputSchema);

export interface LabelledCopy {
  id: string;
  polarity: "for" | "near" | "everyday";
  category: (typeof CATEGORIES)[number] | null;
  input: z.output<typeof copyInputSchema>;
  expected: { category: (typeof CATEGORIES)[number]; start: number; end: number }[];
}

/** The labelled texts of one half; a span that its text does not hold is an error. */
export function readCorpus(split: Split, root = path.join(process.cwd(), "tests/fixtures/copy-corpus")): LabelledCopy[] {
  const folder = path.join(root, split);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .flatMap((name) =>
      readFileSync(path.join(folder, name), "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => labelled(line)),
    );
}

function labelled(line: string): LabelledCopy {
  const { id, for: offence, near, expect, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const row = rowSchema.parse({ id, for: offence, near, expect, ...rest });
  const from = new Map<string, number>();
  const expected = row.expect.map(([category, words]) => {
    const key = `${category} ${words}`;
    const start = row.text.indexOf(words, from.get(key) ?? 0);
    if (start < 0) throw new RangeError(`${row.id}: no “${words}” in the text`);
    from.set(key, start + words.length);
    return { category, start, end: start + words.length };
  });
  return { id: row.id, polarity: row.for ? "for" : row.near ? "near" : "everyday", category: row.for ?? row.near ?? null, input: copyInputSchema.parse(rest), expected };
}
