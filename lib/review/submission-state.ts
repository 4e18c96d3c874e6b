import type { Category, Level } from "@/lib/copy-check/rule-set";

/** waiting: for a first decision · second-look: a block finding was overruled, another person decides · the others are final. */
export const SUBMISSION_STATES = ["waiting", "second-look", "approved", "changes-asked", "rejected", "withdrawn"] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];
export const OPEN_STATES = ["waiting", "second-look"] as const satisfies readonly SubmissionState[];

export const DECISION_KINDS = ["approve", "ask-changes", "reject", "escalate"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What a person says to a finding: it holds, or it does not, and then why. */
export interface FindingDecision {
  /** index in the submission's list */
  finding: number;
  verdict: "upheld" | "overruled";
  reason: string;
}

export interface DecisionToTake {
  state: SubmissionState;
  isEscalated: boolean;
  kind: DecisionKind;
  findings: readonly { level: Level }[];
  decisions: readonly FindingDecision[];
  by: string;
  submittedBy: string;
  /** who decided before, in this round */
  decidedBefore: readonly string[];
  isLead: boolean;
}

export type DecisionOutcome = { ok: true; state: SubmissionState; isEscalated: boolean } | { ok: false; reason: "not-open" | "own-text" | "same-person" | "lead-only" | "finding-undecided" | "reason-missing" | "upheld-finding" };

/**
 * The state after a decision, or why it may not be taken. Approving needs every block finding overruled with a reason, and then a
 * second person who looks again; what was escalated is for the lead.
 */
export function outcomeOf({ state, isEscalated, kind, findings, decisions, by, submittedBy, decidedBefore, isLead }: DecisionToTake): DecisionOutcome {
  if (state !== "waiting" && state !== "second-look") return { ok: false, reason: "not-open" };
  if (by === submittedBy) return { ok: false, reason: "own-text" };
  if (state === "second-look" && decidedBefore.includes(by)) return { ok: false, reason: "same-person" };
  if (isEscalated && !isLead) return { ok: false, reason: "lead-only" };
  if (decisions.some(({ verdict, reason }) => verdict === "overruled" && reason.trim() === "")) return { ok: false, reason: "reason-missing" };
  if (kind === "escalate") return { ok: true, state, isEscalated: true };
  if (kind === "ask-changes") return { ok: true, state: "changes-asked", isEscalated };
  if (kind === "reject") return { ok: true, state: "rejected", isEscalated };
  const said = new Map(decisions.map((decision) => [decision.finding, decision.verdict]));
  const blocks = findings.flatMap(({ level }, index) => (level === "block" ? [said.get(index)] : []));
  if (blocks.includes("upheld")) return { ok: false, reason: "upheld-finding" };
  if (blocks.includes(undefined)) return { ok: false, reason: "finding-undecided" };
  if (blocks.length > 0 && state === "waiting") return { ok: true, state: "second-look", isEscalated };
  return { ok: true, state: "approved", isEscalated };
}

const GRAVE: ReadonlySet<Category> = new Set(["cash-out", "vulnerable-audience", "guaranteed-approval", "endorsement"]);
const WEIGHTS = { block: 10, warn: 3, note: 1 } as const;
const RISK_MAX = 1_000;

/** How urgent a text is in the queue: the sum of its findings, grave ones twice. */
export function riskOf(findings: readonly { level: Level; category: Category }[]): number {
  const sum = findings.reduce((total, { level, category }) => total + WEIGHTS[level] * (GRAVE.has(category) ? 2 : 1), 0);
  return Math.min(sum, RISK_MAX);
}

const HOURS = { block: 4, warn: 8, pass: 24 } as const;

/** Until when a first decision is promised. */
export function dueAfter(submittedAt: Date, verdict: keyof typeof HOURS): Date {
  return new Date(submittedAt.getTime() + HOURS[verdict] * 3_600_000);
}
