import { requirePermission } from "@/lib/access/require-permission";
import type { PlatformContext } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";

const REVIEWERS_MAX = 100;
export const NUMBERS_DAYS = [7, 30, 90] as const;
export type NumbersDays = (typeof NUMBERS_DAYS)[number];

export interface ReviewNumbers {
  days: NumbersDays;
  queue: { open: number; overdue: number; oldestHours: number; medianHours: number };
  decided: number;
  /** decisions within the promised time */
  inTime: number;
  medianHoursToDecide: number;
  /** what people said to findings: how often the machine was right */
  upheld: number;
  overruled: number;
  byCategory: { category: string; upheld: number; overruled: number }[];
  /** texts the machine passed and a person did not approve */
  missedByMachine: number;
  passedByMachine: number;
  reviewers: { by: string; name: string; decisions: number; overrules: number; escalations: number; secondLooks: number }[];
}

/** The lead's view of the queue and of what was decided in the last days. Shares are left to the page: a count says how much it rests on. */
export async function getReviewNumbers(ctx: PlatformContext, days: NumbersDays): Promise<ReviewNumbers> {
  requirePermission(ctx, "review:view");
  return inRead(ctx, async ({ tx, clock }) => {
    const now = clock.now();
    const since = new Date(now.getTime() - days * 86_400_000);
    const [queue] = await tx.$queryRaw<{ open: number; overdue: number; oldest: number; median: number }[]>`
      SELECT count(*)::int AS open, (count(*) FILTER (WHERE due_at <= ${now}))::int AS overdue,
        coalesce(round(extract(epoch FROM ${now}::timestamptz - min(submitted_at)) / 3600), 0)::int AS oldest,
        coalesce(round(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ${now}::timestamptz - submitted_at)) / 3600), 0)::int AS median
      FROM copy_submission WHERE state IN ('waiting', 'second-look')`;
    const [decided] = await tx.$queryRaw<{ decided: number; in_time: number; median: number; passed: number; missed: number }[]>`
      SELECT count(*)::int AS decided, (count(*) FILTER (WHERE decided_at <= due_at))::int AS in_time,
        coalesce(round(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM decided_at - submitted_at)) / 3600), 0)::int AS median,
        (count(*) FILTER (WHERE verdict = 'pass'))::int AS passed, (count(*) FILTER (WHERE verdict = 'pass' AND state <> 'approved'))::int AS missed
      FROM copy_submission WHERE decided_at >= ${since} AND state IN ('approved', 'changes-asked', 'rejected')`;
    const byCategory = await tx.$queryRaw<{ category: string; upheld: number; overruled: number }[]>`
      SELECT s.findings->(f.value->>'finding')::int->>'category' AS category, (count(*) FILTER (WHERE f.value->>'verdict' = 'upheld'))::int AS upheld, (count(*) FILTER (WHERE f.value->>'verdict' = 'overruled'))::int AS overruled
      FROM copy_decision d JOIN copy_submission s ON s.id = d.submission_id, jsonb_array_elements(d.findings) f
      WHERE d.at >= ${since} AND s.findings->(f.value->>'finding')::int IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`;
    const reviewers = await tx.$queryRaw<{ by: string; name: string; decisions: number; overrules: number; escalations: number; second_looks: number }[]>`
      SELECT d.by, max(d.by_name) AS name, count(*)::int AS decisions, coalesce(sum((SELECT count(*) FROM jsonb_array_elements(d.findings) f WHERE f.value->>'verdict' = 'overruled')), 0)::int AS overrules,
        (count(*) FILTER (WHERE d.kind = 'escalate'))::int AS escalations, (count(*) FILTER (WHERE d.step > 1))::int AS second_looks
      FROM copy_decision d WHERE d.at >= ${since} GROUP BY d.by ORDER BY decisions DESC, d.by LIMIT ${REVIEWERS_MAX}`;
    return {
      days,
      queue: { open: queue!.open, overdue: queue!.overdue, oldestHours: queue!.oldest, medianHours: queue!.median },
      decided: decided!.decided,
      inTime: decided!.in_time,
      medianHoursToDecide: decided!.median,
      upheld: byCategory.reduce((sum, { upheld }) => sum + upheld, 0),
      overruled: byCategory.reduce((sum, { overruled }) => sum + overruled, 0),
      byCategory,
      missedByMachine: decided!.missed,
      passedByMachine: decided!.passed,
      reviewers: reviewers.map(({ second_looks: secondLooks, ...row }) => ({ ...row, secondLooks })),
    };
  });
}
