import type { Category } from "@/lib/copy-check/rule-set";

export interface Tally {
  hits: number;
  missed: number;
  falseAlarms: number;
}

interface Span {
  category: Category;
  start: number;
  end: number;
}

/**
 * Adds one text to the tallies. An expected span is hit once by any finding of its category that overlaps it; a finding that
 * overlaps none is a false alarm, in a text where nothing of that category is expected once.
 */
export function tally(tallies: Map<Category, Tally>, expected: readonly Span[], found: readonly Span[], onMistake?: (kind: "missed" | "false-alarm", span: Span) => void): void {
  const of = (category: Category) => {
    let entry = tallies.get(category);
    if (!entry) tallies.set(category, (entry = { hits: 0, missed: 0, falseAlarms: 0 }));
    return entry;
  };
  const overlap = (a: Span, b: Span) => a.category === b.category && a.start < b.end && b.start < a.end;
  for (const span of expected) {
    if (found.some((finding) => overlap(finding, span))) of(span.category).hits++;
    else {
      of(span.category).missed++;
      onMistake?.("missed", span);
    }
  }
  const alarmed = new Set<Category>();
  for (const finding of found) {
    if (expected.some((span) => overlap(finding, span))) continue;
    const isClean = !expected.some(({ category }) => category === finding.category);
    if (isClean && alarmed.has(finding.category)) continue;
    alarmed.add(finding.category);
    of(finding.category).falseAlarms++;
    onMistake?.("false-alarm", finding);
  }
}

const Z_95 = 1.959963984540054;

/** Wilson's interval at 95 %: a share and how sure it is. Null where nothing was counted. */
export function wilson(successes: number, trials: number): { share: number; low: number; high: number } | null {
  if (trials === 0) return null;
  const share = successes / trials;
  const z2 = Z_95 * Z_95;
  const center = (share + z2 / (2 * trials)) / (1 + z2 / trials);
  const half = (Z_95 * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials))) / (1 + z2 / trials);
  return { share, low: Math.max(0, center - half), high: Math.min(1, center + half) };
}
