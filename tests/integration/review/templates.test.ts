import { describe, expect, it } from "vitest";
import { BUILT_IN_RULE_SET } from "@/lib/copy-check/built-in/built-in-rule-set";
import type { Rule, RuleSet } from "@/lib/copy-check/rule-set";
import { labelAt } from "@/lib/labels/label-at";
import { listTemplatesInForce } from "@/lib/offers/templates";
import { onChange, type Change } from "@/lib/platform/change-notice";
import type { PlatformContext } from "@/lib/platform/context";
import { approveProposal } from "@/lib/review/approve-proposal";
import { listDecidedProposals, listOpenProposals } from "@/lib/review/list-proposals";
import { proposeTemplate } from "@/lib/review/propose-template";
import { refuseProposal } from "@/lib/review/refuse-proposal";
import { fingerprintOf } from "@/lib/review/rule-sets";
import { getTemplateOverview } from "@/lib/review/template-overview";
import type { ProposeTemplateInput } from "@/lib/review/template-schema";
import { asOwner } from "../../setup/as-owner";
import { openReviewShops } from "./review-shop";

const { clock, owner, product, reviewer, second, lead, auditor, admin } = await openReviewShops();
const SUB_LINE = "消费信贷|{lender}|{payer}|年化{apr}|逾期计费";
type Words = Extract<ProposeTemplateInput, { change: "words" }>;
const words = (over: Partial<Words> = {}): Words => ({ change: "words", code: "apr-plain", kind: "apr", placements: ["POI", "SHOWCASE"], mainLine: "分{term}期 年化{apr}", subLine: SUB_LINE, expectedVersion: 0, fromDate: "2026-11-21", note: "门店页需要更短的说法", ...over });
const retire = (code: string, expectedVersion: number, fromDate = "2026-11-21"): ProposeTemplateInput => ({ change: "retire", code, expectedVersion, fromDate, note: "不再使用" });
const approve = (ctx: PlatformContext, proposalId: string) => approveProposal(ctx, "label-template", { proposalId });
const refuse = (ctx: PlatformContext, proposalId: string, reason = "措辞不清楚") => refuseProposal(ctx, "label-template", { proposalId, reason });
const codesNow = async () => [...(await listTemplatesInForce(owner)).values()].map(({ code, version }) => `${code} ${version}`);
const auditOf = (action: string, proposalId: string) => asOwner<{ actor_name: string; detail: Record<string, unknown> }>("SELECT actor_name, detail FROM audit_entry WHERE action = $1 AND subject = $2", [action, `proposal:${proposalId}`]);
const lineAt = async (at: Date) => (await labelAt(owner, { product: product.id, placement: "SHOWCASE" }, at)).resolution.winner?.mainLine ?? null;
const putRulesInForce = (number: number, set: RuleSet) =>
  asOwner("INSERT INTO copy_rule_set (sha256, number, is_built_in, content, note, effective_from, proposed_by, approved_by, created_at) VALUES ($1, $2, false, $3, '', $4, 'x', 'y', $4)", [fingerprintOf(set), number, JSON.stringify(set), clock.now()]);
const blockingRule = (pattern: string): Rule => ({ ...BUILT_IN_RULE_SET.rules[0]!, id: "of-today", level: "block", patterns: [pattern], except: [], unless: "always", quantity: undefined });
const refusedWith = (reason: string) => ({ code: "review_refused", detail: { params: { reason } } });

describe("proposing", () => {
  it("keeps a new code for a second person, audited, and nothing holds yet", async () => {
    const { proposalId } = await proposeTemplate(reviewer, words());
    expect(await listOpenProposals(auditor, "label-template")).toMatchObject([{ id: proposalId, fromDate: "2026-11-21", proposedName: "叶知微", isOwn: false, state: "open", content: { change: "words", basis: 0, placements: ["SHOWCASE", "POI"] } }]);
    expect(await auditOf("proposal.made", proposalId)).toMatchObject([{ actor_name: "叶知微", detail: { kind: "label-template", after: { code: "apr-plain" } } }]);
    expect(await codesNow()).not.toContain("apr-plain 1");
    await refuse(second, proposalId);
  });

  it("is not for an auditor, an admin or a shop", async () => {
    for (const person of [auditor, admin, owner as unknown as PlatformContext]) await expect(proposeTemplate(person, words())).rejects.toMatchObject({ code: "forbidden" });
    const disguised = { ...owner, permissions: new Set(["template:propose"]) } as unknown as PlatformContext;
    await expect(proposeTemplate(disguised, words())).rejects.toThrow(/row-level security/);
    await expect(getTemplateOverview(admin)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("finds no version of a code that is not there, and none that another one has overtaken", async () => {
    await expect(proposeTemplate(reviewer, words({ expectedVersion: 1 }))).rejects.toMatchObject({ code: "not_found" });
    await expect(proposeTemplate(reviewer, retire("none", 1))).rejects.toMatchObject({ code: "not_found" });
    await expect(proposeTemplate(reviewer, words({ code: "apr", expectedVersion: 7, placements: ["LIVESTREAM", "SHOWCASE", "POI"] }))).rejects.toMatchObject({ code: "conflict", detail: { data: { newest: { version: 1 } } } });
  });

  it.each([
    ["a fault", { subLine: "消费信贷|{lender}|{payer}|年化{apr}" }, { path: "subLine", code: "fault", params: { fault: "sub-line-without-overdue" } }],
    ["what the copy check blocks", { mainLine: "全网最低 {term}期 年化{apr}" }, { path: "mainLine", code: "copy-check" }],
    ["zero interest without being bound to it", { mainLine: "{term}期免息" }, { path: "mainLine", code: "fault", params: { fault: "claims-zero-interest" } }],
    ["a line that fits nowhere", { placements: ["LIVESTREAM" as const], mainLine: "心动好物轻松带回家 {term}期 年化{apr}" }, { path: "mainLine", code: "never-fits", params: { limit: 12 } }],
    ["a date in the past", { fromDate: "2026-11-19" }, { path: "fromDate", code: "from-date-too-early" }],
    ["a code that is taken", { code: "apr" }, { path: "code", code: "code-taken" }],
    ["another kind under the same code", { code: "apr", expectedVersion: 1, kind: "per-period" as const, placements: ["LIVESTREAM" as const, "SHOWCASE" as const, "POI" as const] }, { path: "kind", code: "kind-changed" }],
  ])("is refused for %s", async (_name, over, issue) => {
    await expect(proposeTemplate(reviewer, words(over))).rejects.toMatchObject({ code: "invalid_input", detail: { issues: [issue] } });
  });

  it.each([
    ["no words", { mainLine: " " }],
    ["hidden characters", { mainLine: "{term}期\u202e 年化{apr}" }],
    ["no placement", { placements: [] }],
    ["a code of other letters", { code: "年化" }],
    ["no note", { note: "" }],
    ["half a date", { fromDate: "2026-11" }],
    ["a line without end", { subLine: "信".repeat(61) }],
  ])("is refused for %s", async (_name, over) => {
    await expect(proposeTemplate(reviewer, words(over))).rejects.toMatchObject({ name: "ZodError" });
  });

  it("is one at a time for a code, also for two who propose at once", async () => {
    const results = await Promise.allSettled([proposeTemplate(reviewer, words({ code: "race" })), proposeTemplate(second, words({ code: "race" }))]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "wrong_state", detail: { issues: [{ path: "code", code: "proposal-open" }] } } });
    const [open] = await listOpenProposals(lead, "label-template");
    await refuse(lead, open!.id);
  });
});

describe("deciding", () => {
  it("needs another person, who puts the version into force from its date and tells who makes labels", async () => {
    const { proposalId } = await proposeTemplate(reviewer, words({ code: "plain" }));
    await expect(approve(reviewer, proposalId)).rejects.toMatchObject(refusedWith("own-proposal"));
    await expect(asOwner("UPDATE proposal SET state = 'approved', decided_by = proposed_by WHERE id = $1", [proposalId])).rejects.toThrow(/four_eyes/);
    await expect(asOwner("UPDATE proposal SET content = '{}' WHERE id = $1", [proposalId])).rejects.toThrow(/never changes/);
    const heard: Change[] = [];
    const stop = onChange(async (change) => void heard.push(change));
    await approve(second, proposalId);
    stop();
    expect(heard).toEqual([{ shopId: null, seq: 0, catalogSeq: 0 }]);
    expect(await asOwner("SELECT version, status, approved_by, valid_from FROM label_template WHERE code = 'plain'")).toEqual([{ version: 1, status: "approved", approved_by: second.actor.id, valid_from: new Date("2026-11-21T00:00:00+08:00") }]);
    expect(await auditOf("proposal.approved", proposalId)).toMatchObject([{ actor_name: "程以安", detail: { proposedBy: reviewer.actor.id, before: null, after: { code: "plain", version: 1 } } }]);
    expect(await codesNow()).not.toContain("plain 1");
    expect((await getTemplateOverview(auditor)).versions.find(({ code }) => code === "plain")).toMatchObject({ state: "upcoming", approvedByName: "程以安" });
    clock.set("2026-11-20T16:00:00.000Z");
    expect(await codesNow()).toContain("plain 1");
    await expect(asOwner("UPDATE proposal SET reason = 'x' WHERE id = $1", [proposalId])).rejects.toThrow(/never changes/);
  });

  it("finds none of another kind, and is not for an auditor", async () => {
    const { proposalId } = await proposeTemplate(reviewer, words({ code: "decide", fromDate: "2026-11-22" }));
    for (const person of [auditor, admin]) {
      await expect(approve(person, proposalId)).rejects.toMatchObject({ code: "forbidden" });
      await expect(refuse(person, proposalId)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(approve(second, "prp_none")).rejects.toMatchObject({ code: "not_found" });
    await expect(refuse(second, "prp_none")).rejects.toMatchObject({ code: "not_found" });
    await expect(approveProposal(lead, "copy-rules", { proposalId })).rejects.toMatchObject({ code: "not_found" });
    await expect(refuse(second, proposalId, " ")).rejects.toMatchObject({ name: "ZodError" });
    await refuse(second, proposalId);
    expect(await auditOf("proposal.refused", proposalId)).toMatchObject([{ actor_name: "程以安", detail: { reason: "措辞不清楚", proposedBy: reviewer.actor.id } }]);
    expect((await listDecidedProposals(auditor, "label-template")).rows[0]).toMatchObject({ id: proposalId, state: "refused", reason: "措辞不清楚", decidedName: "程以安" });
    for (const decide of [approve, refuse]) await expect(decide(lead, proposalId)).rejects.toMatchObject({ code: "conflict" });
    expect(await asOwner("SELECT 1 FROM label_template WHERE code = 'decide'")).toEqual([]);
  });

  it("is for one of two who decide at once", async () => {
    const { proposalId } = await proposeTemplate(reviewer, words({ code: "at-once", fromDate: "2026-11-22" }));
    const results = await Promise.allSettled([approve(second, proposalId), refuse(lead, proposalId), approve(lead, proposalId)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
  });

  it("lets who proposed it take it back", async () => {
    const { proposalId } = await proposeTemplate(reviewer, words({ code: "own", fromDate: "2026-11-22" }));
    await refuse(reviewer, proposalId, "写错了");
    expect(await listOpenProposals(reviewer, "label-template")).toEqual([]);
  });

  it("judges once more: what the rules of now block is not approved, and stays open", async () => {
    const { proposalId } = await proposeTemplate(reviewer, words({ code: "later", mainLine: "安心分{term}期 年化{apr}", fromDate: "2026-11-22" }));
    await putRulesInForce(1, { ...BUILT_IN_RULE_SET, rules: [...BUILT_IN_RULE_SET.rules, blockingRule("安心分")] });
    await expect(approve(second, proposalId)).rejects.toMatchObject({ code: "invalid_input", detail: { issues: [{ path: "mainLine", code: "copy-check" }] } });
    await putRulesInForce(2, BUILT_IN_RULE_SET);
    expect(await listOpenProposals(second, "label-template")).toMatchObject([{ id: proposalId }]);
    await approve(second, proposalId);
  });

  it("holds from now where the date came while it was open: the past keeps its words", async () => {
    const { proposalId } = await proposeTemplate(reviewer, words({ code: "late", fromDate: "2026-11-21" }));
    clock.set("2026-11-23T03:00:00.000Z");
    await approve(second, proposalId);
    expect(await asOwner("SELECT valid_from FROM label_template WHERE code = 'late'")).toEqual([{ valid_from: new Date("2026-11-23T03:00:00.000Z") }]);
  });
});

describe("labels", () => {
  it("get the next version's words, and none once the code is retired; before, they read as they read", async () => {
    const before = clock.now();
    expect(await lineAt(before)).toBe("3期0息");
    const next = await proposeTemplate(reviewer, words({ code: "zero-interest", expectedVersion: 1, kind: "zero-interest", placements: ["LIVESTREAM", "SHOWCASE", "POI"], mainLine: "分{term}期0息", fromDate: "2026-11-24" }));
    await approve(second, next.proposalId);
    expect(await lineAt(clock.now())).toBe("3期0息");
    clock.set("2026-11-23T16:00:00.000Z");
    expect(await lineAt(clock.now())).toBe("分3期0息");
    const gone = await proposeTemplate(second, retire("zero-interest", 2, "2026-11-25"));
    await approve(reviewer, gone.proposalId);
    await expect(proposeTemplate(second, retire("zero-interest", 3, "2026-11-26"))).rejects.toMatchObject({ detail: { issues: [{ path: "code", code: "already-retired" }] } });
    clock.set("2026-11-24T16:00:00.000Z");
    expect(await lineAt(clock.now())).toBeNull();
    expect(await lineAt(before)).toBe("3期0息");
    expect((await getTemplateOverview(auditor)).versions.filter(({ code }) => code === "zero-interest").map(({ version, state }) => [version, state])).toEqual([[3, "retired"], [2, "past"], [1, "past"]]);
  });
});
