import type { Finding } from "@/lib/copy-check/check-copy";
import type { PlatformContext } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";
import { judgeWords, newBlocks } from "./judge-words";
import { exampleOf, EXAMPLES_MAX, loadJudged, sift, type Judged, type RulesToTry, type Trial, type TrialCount } from "./trial";
import { WorkSlices } from "./work-slices";

const PAST_MAX = 2_000;
const PAST_PER_READ = 200;

interface PastRow {
  id: string;
  shop_name: string;
  text: string;
}

/** What the changed rules would have said to the newest decisions, by the facts and the day of then. */
export async function tryPast(ctx: PlatformContext, rules: RulesToTry, msMax: number): Promise<Trial["past"]> {
  const [total] = await inRead(
    ctx,
    ({ tx }) => tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (SELECT 1 FROM copy_submission WHERE state IN ('approved', 'changes-asked', 'rejected') LIMIT ${PAST_MAX}) newest`,
  );
  const past: Trial["past"] = { looked: 0, of: total!.count, gained: noTexts(), lost: noTexts() };
  const slices = new WorkSlices(msMax);
  for (let before: string | null = null; past.looked < PAST_MAX; ) {
    const until: string | null = before;
    const rows: PastRow[] = await inRead(
      ctx,
      ({ tx }) => tx.$queryRaw<PastRow[]>`
        SELECT s.id, h.name AS shop_name, v.text
        FROM copy_submission s JOIN copy_version v ON v.copy_id = s.copy_id AND v.version = s.version JOIN shop h ON h.id = s.shop_id
        WHERE s.state IN ('approved', 'changes-asked', 'rejected') AND (${until}::text IS NULL OR s.id < ${until}) ORDER BY s.id DESC LIMIT ${PAST_PER_READ}`,
    );
    const { touched, spared } = await sift(rows, rules, slices);
    past.looked += spared;
    const judged = await loadJudged(ctx, touched.map(({ id }) => id));
    for (const row of touched) {
      if (!(await slices.goOn())) return past;
      comparePast(row, judged.get(row.id)!, rules, past);
      past.looked++;
    }
    if (rows.length < PAST_PER_READ || slices.isOver) return past;
    before = rows.at(-1)!.id;
  }
  return past;
}

const noTexts = (): TrialCount => ({ texts: 0, approved: 0, examples: [] });

function comparePast({ id, shop_name: shopName, text }: PastRow, { state, submittedAt, ruleSetSha256, findings, facts, said }: Judged, { base, changed }: RulesToTry, past: Trial["past"]): void {
  const was = ruleSetSha256 === base.sha256 ? findings : judgeWords(text, facts, base.set, submittedAt).findings;
  const is = judgeWords(text, facts, changed, submittedAt).findings;
  const gained = newBlocks(is, findings, said).filter((finding) => !hasBlockAt(was, finding));
  const lost = was.filter((finding) => finding.level === "block" && !hasBlockAt(is, finding));
  for (const [count, found] of [[past.gained, gained], [past.lost, lost]] as const) {
    if (!found[0]) continue;
    count.texts++;
    if (state === "approved") count.approved++;
    if (count.examples.length < EXAMPLES_MAX) count.examples.push(exampleOf(text, found[0], { id, state, shopName }));
  }
}

/** A block that only grew or shrank is the same block. */
const hasBlockAt = (findings: readonly Finding[], { category, start, end }: Finding): boolean =>
  findings.some((other) => other.level === "block" && other.category === category && other.start < end && other.end > start);
