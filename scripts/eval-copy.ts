import { BUILT_IN_RULE_SET } from "@/lib/copy-check/built-in/built-in-rule-set";
import { checkCopy } from "@/lib/copy-check/check-copy";
import { CATEGORIES, type Category } from "@/lib/copy-check/rule-set";
import { copyToCheck } from "@/lib/copy-check/schema";
import { readCorpus, SPLITS, type Split } from "@/scripts/eval-copy/corpus";
import { tally, wilson, type Tally } from "@/scripts/eval-copy/score";

const HELP = `eval:copy [tuned|held-out] [--mistakes [category]]   precision and recall of the copy check on the labelled corpus

A hit is the same category with an overlapping span, counted once; a text without an expected finding of a category counts once.
The rules are tuned on the tuned half alone; --mistakes shows texts, so do not ask it for the held-out half while tuning.
`;

function main(args: string[]): number {
  if (args.includes("--help")) {
    process.stdout.write(HELP);
    return 0;
  }
  const splits = SPLITS.filter((split) => args.length === 0 || args[0] === "--mistakes" || args.includes(split));
  const at = args.indexOf("--mistakes");
  for (const split of splits) evaluate(split, at < 0 ? null : (args[at + 1] ?? "all"));
  return 0;
}

function evaluate(split: Split, mistakes: string | null): void {
  const corpus = readCorpus(split);
  const tallies = new Map<Category, Tally>();
  for (const { id, input, expected } of corpus) {
    const { findings } = checkCopy(copyToCheck(input), BUILT_IN_RULE_SET);
    tally(tallies, expected, findings, (kind, { category, start, end }) => {
      if (mistakes === null || (mistakes !== "all" && mistakes !== category)) return;
      process.stdout.write(`${kind} ${category} [${input.text.slice(start, end)}] ${id} ${input.window ? JSON.stringify(input.window) : ""}${input.offer ? JSON.stringify(input.offer) : ""}\n    ${input.text}\n`);
    });
  }
  const positives = (category: Category) => corpus.filter((row) => row.polarity === "for" && row.category === category).length;
  const negatives = (category: Category) => corpus.filter((row) => row.polarity === "near" && row.category === category).length;
  process.stdout.write(`\n${split}: ${corpus.length} texts\n${"category".padEnd(28)}${"texts".padEnd(9)}${"hit".padEnd(6)}${"missed".padEnd(8)}${"false".padEnd(7)}${"precision".padEnd(24)}recall\n`);
  for (const category of CATEGORIES) {
    const { hits, missed, falseAlarms } = tallies.get(category) ?? { hits: 0, missed: 0, falseAlarms: 0 };
    process.stdout.write(
      `${category.padEnd(28)}${`${positives(category)}+${negatives(category)}`.padEnd(9)}${String(hits).padEnd(6)}${String(missed).padEnd(8)}${String(falseAlarms).padEnd(7)}${interval(hits, hits + falseAlarms).padEnd(24)}${interval(hits, hits + missed)}\n`,
    );
  }
}

function interval(successes: number, trials: number): string {
  const found = wilson(successes, trials);
  return found ? `${found.share.toFixed(3)} [${found.low.toFixed(3)}, ${found.high.toFixed(3)}]` : "–";
}

process.exitCode = main(process.argv.slice(2));
