import { describe, expect, it } from "vitest";
import { BUILT_IN_RULE_SET } from "@/lib/copy-check/built-in/built-in-rule-set";
import { approveProposal } from "@/lib/review/approve-proposal";
import { listLiveCopies } from "@/lib/review/live-copies";
import { proposeCopyRules } from "@/lib/review/propose-copy-rules";
import { getCopy } from "@/lib/review/queries";
import { getEvidence, getSubmission } from "@/lib/review/queue";
import { recheckCopies } from "@/lib/review/recheck-copies";
import { refuseProposal } from "@/lib/review/refuse-proposal";
import { getRule, getRuleBook, getRulesBase, getRulesProposal, listRulesProposals, listRulesVersions } from "@/lib/review/rule-book";
import { NO_CHANGES, type ProposeCopyRulesInput, type RuleChanges } from "@/lib/review/rule-changes";
import { builtInRules, ruleSetInForce } from "@/lib/review/rule-sets";
import { tryProposedRules, tryRules } from "@/lib/review/try-rules";
import { asOwner } from "../../setup/as-owner";
import { addProduct } from "../labels/label-shop";
import { BLOCKED_WORDS, CLEAN_WORDS, decide, openReviewShops, overruleAll, submitted } from "./review-shop";

const { clock, owner, stranger, product, reviewer, second, lead, auditor, admin } = await openReviewShops();

const RULE = BUILT_IN_RULE_SET.rules.find(({ category, level, quantity }) => category === "absolute-claim" && level === "block" && !quantity)!;
const withPattern = (...patterns: string[]): RuleChanges => ({ ...NO_CHANGES, edits: [{ ruleId: RULE.id, patterns: [...RULE.patterns, ...patterns] }] });

async function proposal(over: Partial<ProposeCopyRulesInput> = {}): Promise<ProposeCopyRulesInput> {
  const { sha256, earliest } = await getRulesBase(reviewer);
  return { baseSha256: sha256, changes: withPattern("口沿薄"), note: "补充用语", effectiveFrom: earliest, ...over };
}

/** However busy the machine is. */
const NO_LIMITS = { pastMs: Infinity, liveMs: Infinity };

const inForce = async () => (await ruleSetInForce(reviewer, clock.now())).number;
const jobs = () => asOwner("SELECT key FROM graphile_worker.jobs WHERE key = 'watch-all-labels:now'");

describe("reading the rules", () => {
  it("gives them by category, searched by their words, to whoever may read reviews", async () => {
    const book = await getRuleBook(auditor);
    expect(book).toMatchObject({ base: { sha256: builtInRules().sha256, number: 0, isInForce: true, earliest: "2026-11-20" }, total: BUILT_IN_RULE_SET.rules.length, found: BUILT_IN_RULE_SET.rules.length });
    expect(book.groups.flatMap(({ rules }) => rules)).toContainEqual(expect.objectContaining({ id: RULE.id, level: "block", patterns: RULE.patterns.length, bases: expect.arrayContaining([expect.objectContaining({ certainty: expect.any(String) })]) }));
    expect(await getRuleBook(auditor, { search: ` ${RULE.id.toUpperCase()} ` })).toMatchObject({ groups: [{ category: "absolute-claim" }] });
    expect(await getRuleBook(auditor, { search: "没有这样的词" })).toMatchObject({ found: 0, groups: [] });
    await expect(getRuleBook(admin)).rejects.toMatchObject({ code: "forbidden" });
    await expect(getRule(auditor, "none")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a proposal of rules", () => {
  it("is refused where it cannot be read, changes nothing, or would begin in the past", async () => {
    const refused = async (over: Partial<ProposeCopyRulesInput>) => {
      const error: unknown = await proposeCopyRules(reviewer, await proposal(over)).catch((error: unknown) => error);
      return error;
    };
    expect(await refused({ changes: withPattern("(甲") })).toMatchObject({ code: "invalid_input", detail: { issues: [{ code: "pattern-unbalanced", params: { rule: RULE.id, line: RULE.patterns.length + 1 } }] } });
    expect(await refused({ changes: NO_CHANGES })).toMatchObject({ code: "invalid_input", detail: { issues: [{ code: "nothing-changed" }] } });
    expect(await refused({ effectiveFrom: "2026-11-19" })).toMatchObject({ code: "invalid_input", detail: { issues: [{ path: "effectiveFrom", code: "too-early" }] } });
    expect(await refused({ baseSha256: "0".repeat(64) })).toMatchObject({ code: "conflict" });
    expect(await refused({ note: " " })).toMatchObject({ name: "ZodError" });
    for (const person of [auditor, admin]) {
      await expect(proposeCopyRules(person, await proposal())).rejects.toMatchObject({ code: "forbidden" });
      await expect(tryRules(person, { baseSha256: builtInRules().sha256, changes: withPattern("口沿薄") })).rejects.toMatchObject({ code: "forbidden" });
    }
    expect((await listRulesProposals(auditor)).open).toEqual([]);
  });

  it("is audited, shown as a diff, and refused with a reason or approved by another person only", async () => {
    const { proposalId } = await proposeCopyRules(reviewer, await proposal());
    expect(await asOwner("SELECT actor_name, detail->'ruleIds' AS rules FROM audit_entry WHERE action = 'proposal.made' AND subject = $1", [`proposal:${proposalId}`])).toEqual([{ actor_name: "叶知微", rules: [RULE.id] }]);
    expect(await getRulesProposal(auditor, proposalId)).toMatchObject({ isOwn: false, isOvertaken: false, fromDate: "2026-11-20", diff: { rules: [{ ruleId: RULE.id, patterns: { added: ["口沿薄"], removed: [] }, level: null }], bases: [] } });
    await expect(approveProposal(reviewer, "copy-rules", { proposalId })).rejects.toMatchObject({ code: "review_refused", detail: { params: { reason: "own-proposal" } } });
    await expect(approveProposal(auditor, "copy-rules", { proposalId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(approveProposal(second, "copy-rules", { proposalId: "prp_none" })).rejects.toMatchObject({ code: "not_found" });
    await expect(getRulesProposal(auditor, "prp_none")).rejects.toMatchObject({ code: "not_found" });
    await refuseProposal(second, "copy-rules", { proposalId, reason: "过宽" });
    await expect(approveProposal(second, "copy-rules", { proposalId })).rejects.toMatchObject({ code: "conflict" });
    expect(await listRulesProposals(auditor)).toMatchObject({ open: [], decided: [{ id: proposalId, state: "refused", reason: "过宽" }] });
    expect(await inForce()).toBe(0);
  });
});

describe("a trial", () => {
  it("says what changes for past decisions and for what is live, and changes nothing", async () => {
    const approved = await submitted(owner, product.id, CLEAN_WORDS);
    await decide(second, approved.submissionId, { kind: "approve" });
    const refused = await submitted(owner, product.id, `${CLEAN_WORDS}第二款`);
    await decide(second, refused.submissionId, { kind: "reject" });
    const overruled = await submitted(stranger, (await addProduct(stranger, "N-1", [{ code: "one", cashPriceFen: 50_000 }])).id, BLOCKED_WORDS);
    const findings = await overruleAll(reviewer, overruled.submissionId);
    await decide(reviewer, overruled.submissionId, { kind: "approve", findings });
    await decide(second, overruled.submissionId, { kind: "approve", findings });
    await submitted(owner, product.id, `${CLEAN_WORDS}还没有人看过`);

    const { sha256: baseSha256 } = await getRulesBase(reviewer);
    const { diff, trial } = await tryRules(reviewer, { baseSha256, changes: withPattern("口沿薄") }, NO_LIMITS);
    expect(diff.rules).toMatchObject([{ patterns: { added: ["口沿薄"] } }]);
    expect(trial.past).toMatchObject({ looked: 3, of: 3, gained: { texts: 3, approved: 2 }, lost: { texts: 0 } });
    expect(trial.past.gained.examples).toContainEqual({ id: approved.submissionId, before: "手作白瓷盖碗，", words: "口沿薄", after: "，端着不烫手，附收纳布袋。", category: "absolute-claim", ruleId: RULE.id, state: "approved", shopName: expect.any(String) });
    expect(trial.live).toMatchObject({ looked: 2, of: 2, falling: 2, shops: 2 });
    expect(trial.live.examples.map(({ id }) => id).sort()).toEqual([approved.copyId, overruled.copyId].sort());

    const softer = await tryRules(reviewer, { baseSha256, changes: { ...NO_CHANGES, edits: BUILT_IN_RULE_SET.rules.filter(({ category }) => category === "absolute-claim").map(({ id }) => ({ ruleId: id, level: "note" as const })) } }, NO_LIMITS);
    expect(softer.trial).toMatchObject({ past: { gained: { texts: 0 }, lost: { texts: 1, approved: 1, examples: [{ id: overruled.submissionId }] } }, live: { falling: 0, examples: [] } });

    // Out of time, it says how much it has seen.
    expect((await tryRules(reviewer, { baseSha256, changes: withPattern("口沿薄") }, { pastMs: 0, liveMs: 0 })).trial).toMatchObject({ past: { looked: 0, of: 3 }, live: { looked: 0, of: 2, falling: 0 } });
    await expect(tryRules(reviewer, { baseSha256, changes: withPattern("(甲") })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(tryRules(reviewer, { baseSha256: "0".repeat(64), changes: withPattern("甲") })).rejects.toMatchObject({ code: "conflict" });
    expect(await recheckCopies(owner)).toMatchObject({ checked: 1, fallen: 0 });
    expect(await asOwner("SELECT count(*)::int AS sets FROM copy_rule_set WHERE NOT is_built_in")).toEqual([{ sets: 0 }]);
  });
});

describe("approved rules", () => {
  it("hold from now on: what they find comes down, and past decisions keep theirs", async () => {
    const old = builtInRules().sha256;
    const live = await submitted(owner, product.id, "釉面匀净的主人杯，配木盒。");
    const { decisionId } = await decide(second, live.submissionId, { kind: "approve" });
    const given = await proposal({ changes: withPattern("釉面匀净") });
    const { proposalId } = await proposeCopyRules(reviewer, given);
    const { proposalId: other } = await proposeCopyRules(lead, { ...given, changes: withPattern("配木盒") });
    expect(await tryProposedRules(auditor, proposalId, NO_LIMITS)).toMatchObject({ live: { falling: 1, examples: [{ id: live.copyId, words: "釉面匀净" }] } });
    clock.advance(60_000);
    await approveProposal(second, "copy-rules", { proposalId });

    const [row] = await asOwner("SELECT number, sha256, is_built_in, note, effective_from, proposed_by, approved_by FROM copy_rule_set WHERE NOT is_built_in");
    expect(row).toMatchObject({ number: 1, is_built_in: false, note: "补充用语", effective_from: clock.now(), proposed_by: reviewer.actor.id, approved_by: second.actor.id });
    expect(await asOwner("SELECT actor_name, detail->'number' AS number FROM audit_entry WHERE action = 'proposal.approved' AND subject = $1", [`proposal:${proposalId}`])).toEqual([{ actor_name: "程以安", number: 1 }]);
    expect(await jobs()).toEqual([{ key: "watch-all-labels:now" }]);
    expect(await inForce()).toBe(1);
    expect((await listLiveCopies(owner, "SHOWCASE", [product.id])).map(({ copyId }) => copyId)).not.toContain(live.copyId);

    expect(await recheckCopies(owner)).toMatchObject({ fallen: 1 });
    expect(await getCopy(owner, live.copyId)).toMatchObject({ standing: "down", events: [{ kind: "came-down", reason: "rules-changed", detail: { ruleId: RULE.id, matched: "釉面匀净" } }, { kind: "went-live" }] });
    expect((await getSubmission(auditor, live.submissionId)).ruleSetSha256).toBe(old);
    expect(await getEvidence(auditor, decisionId)).toMatchObject({ ruleSetSha256: old });
    const fresh = await submitted(owner, product.id, "釉面匀净的品茗杯。");
    expect(await getSubmission(auditor, fresh.submissionId)).toMatchObject({ verdict: "block", ruleSetSha256: row!.sha256 });

    expect(await getRulesProposal(second, other)).toMatchObject({ isOvertaken: true });
    await expect(approveProposal(second, "copy-rules", { proposalId: other })).rejects.toMatchObject({ code: "conflict" });
    expect(await getRulesProposal(second, other)).toMatchObject({ state: "open" });
    await expect(proposeCopyRules(reviewer, given)).rejects.toMatchObject({ code: "conflict" });
    await refuseProposal(lead, "copy-rules", { proposalId: other, reason: "撤回" });
    await expect(asOwner("UPDATE copy_rule_set SET note = 'x'")).rejects.toThrow(/append-only/);
  });

  it("of two who approve at once only one does", async () => {
    const { proposalId } = await proposeCopyRules(reviewer, await proposal({ changes: withPattern("釉面匀净", "器型端正") }));
    const approved = await Promise.allSettled([approveProposal(second, "copy-rules", { proposalId }), approveProposal(lead, "copy-rules", { proposalId })]);
    expect(approved.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await inForce()).toBe(2);
  });

  it("wait for their day, are the base of what follows, and can be gone back to what was before", async () => {
    const later = await proposeCopyRules(reviewer, await proposal({ changes: { ...NO_CHANGES, bases: [{ ...BUILT_IN_RULE_SET.bases.at(-1)!, article: "第一条", certainty: "read" }] }, effectiveFrom: "2026-11-25" }));
    await approveProposal(second, "copy-rules", { proposalId: later.proposalId });
    expect(await inForce()).toBe(2);
    expect(await getRulesBase(reviewer)).toMatchObject({ number: 3, isInForce: false, fromDate: "2026-11-25", earliest: "2026-11-25" });
    await expect(proposeCopyRules(reviewer, await proposal({ changes: withPattern("再补一条"), effectiveFrom: "2026-11-24" }))).rejects.toMatchObject({ code: "invalid_input", detail: { issues: [{ path: "effectiveFrom" }] } });

    const back = await proposeCopyRules(reviewer, await proposal({ changes: { ...NO_CHANGES, edits: [{ ruleId: RULE.id, patterns: RULE.patterns }], bases: [BUILT_IN_RULE_SET.bases.at(-1)!] }, note: "恢复" }));
    await approveProposal(lead, "copy-rules", { proposalId: back.proposalId });
    expect((await listRulesVersions(auditor)).map(({ number, state, proposedName, approvedName }) => [number, state, proposedName, approvedName])).toEqual([
      [4, "coming", "叶知微", "苏问渠"],
      [3, "coming", "叶知微", "程以安"],
      [2, "in-force", "叶知微", expect.any(String)],
      [1, "past", "叶知微", "程以安"],
      [0, "past", null, null],
    ]);
    clock.advance(5 * 86_400_000);
    expect(await ruleSetInForce(reviewer, clock.now())).toMatchObject({ number: 4, sha256: builtInRules().sha256 });
    expect(await recheckCopies(owner)).toMatchObject({ fallen: 0 });
  });
});
