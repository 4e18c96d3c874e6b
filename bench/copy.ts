import { performance } from "node:perf_hooks";
import FastScanner from "fastscan";
import { BUILT_IN_RULE_SET } from "@/lib/copy-check/built-in/built-in-rule-set";
import { checkCopy } from "@/lib/copy-check/check-copy";
import { phraseMatcher } from "@/lib/copy-check/phrase-matcher";
import { readCorpus } from "@/scripts/eval-copy/corpus";
import type { BenchRow, BenchSuite } from "./bench-row";
import { numbers } from "./engine-cases";
import { figure, interleave, shareOfTime, timesFaster } from "./interleave";

const PHRASES = 3_000;
const TEXT_LENGTH = 350_000;
const SHORT = 500;
const LONG = 100_000;
/** What a rule could be led astray by: words that many rules begin with, over and over, and nothing that ends a sentence. */
const HOSTILE = ["免息", "分期", "额度套现", "每期3元", "不最低", "学生分期"];

export const copy: BenchSuite = {
  name: "copy",
  run: async ({ report }) => [await matching(report), ...(await checking(report))],
};

async function matching(report: (text: string) => void): Promise<BenchRow> {
  report("phrases: building");
  const text = adText(TEXT_LENGTH);
  const phrases = phrasesFrom(text);
  const scanner = new FastScanner(phrases);
  const matcher = phraseMatcher(phrases);
  let ours = 0;
  matcher.scan(text, () => ours++);
  const theirs = scanner.search(text).length;
  if (ours !== theirs) throw new Error(`${ours} hits against ${theirs}`);
  report("phrases");
  const ratio = await interleave(
    { work: () => matcher.scan(text, () => ours++) },
    { work: () => void scanner.search(text) },
  );
  const megabytes = Buffer.byteLength(text) / 1e6;
  return {
    path: `${PHRASES.toLocaleString("en")} phrases on ${figure(megabytes)} MB of ad copy`,
    against: "fastscan 1.0.6, the fastest npm matcher",
    goal: "not slower",
    measured: timesFaster(ratio),
    isReached: ratio.median <= 1,
    notes: [`${theirs} hits each; ${figure((megabytes * 1e3) / ratio.oursMs)} MB/s against ${figure((megabytes * 1e3) / ratio.theirsMs)} MB/s`],
  };
}

async function checking(report: (text: string) => void): Promise<BenchRow[]> {
  report("whole check");
  const started = performance.now();
  checkCopy({ text: "" }, BUILT_IN_RULE_SET);
  const compileMs = performance.now() - started;
  const short = adText(SHORT);
  const check = (text: string) => () => void checkCopy({ text }, BUILT_IN_RULE_SET);
  const growth = [adText(LONG), ...HOSTILE.map((words) => words.repeat(Math.ceil(LONG / words.length)).slice(0, LONG))];
  let worst = { median: 0, min: 0, max: 0, oursMs: 0, theirsMs: 0 };
  for (const text of growth) {
    // Ten times the length may take ten times the time: ours is the whole, theirs ten of a tenth.
    const tenth = text.slice(0, LONG / 10);
    const ratio = await interleave({ work: check(text) }, { work: () => { for (let time = 0; time < 10; time++) check(tenth)(); } }, { rounds: 7, warmUp: 1 });
    if (ratio.median > worst.median) worst = ratio;
  }
  const one = await interleave({ work: () => { for (let time = 0; time < 20; time++) check(short)(); } }, { work: () => { for (let time = 0; time < 20; time++) check(short)(); } });
  return [
    {
      path: `whole check of ${LONG.toLocaleString("en")} characters, hostile ones too`,
      against: "ten checks of a tenth",
      goal: "≤ 1.5× their time",
      measured: shareOfTime(worst),
      isReached: worst.median <= 1.5,
      notes: [`at most ${figure(worst.oursMs)} ms for ${LONG.toLocaleString("en")} characters, ${figure(one.oursMs / 20)} ms for ${SHORT} characters of ad copy; the rules are made ready in ${figure(compileMs)} ms, once`],
    },
  ];
}

/** Texts of the corpus one after the other, until there is enough. */
function adText(length: number): string {
  const texts = readCorpus("tuned").map(({ input }) => input.text.toWellFormed());
  let text = "";
  for (let index = 0; text.length < length; index++) text += `${texts[(index * 7) % texts.length]!}\n`;
  return text.slice(0, length).toWellFormed();
}

/** Half of them stand in the text, half are made of its characters. */
function phrasesFrom(text: string): string[] {
  const next = numbers(PHRASES);
  const phrases = new Set<string>();
  while (phrases.size < PHRASES) {
    const length = 2 + Math.floor(next() * 7);
    const at = () => Math.floor(next() * (text.length - length));
    const start = at();
    const phrase = phrases.size % 2 === 0 ? text.slice(start, start + length) : Array.from({ length }, () => text[at()]!).join("");
    if (/^[\u4e00-\u9fff]+$/.test(phrase)) phrases.add(phrase);
  }
  return [...phrases];
}
