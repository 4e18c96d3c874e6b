import { describe, expect, it } from "vitest";
import { addShopRemark, addReviewRemark } from "@/lib/review/add-remark";
import { approveIdentical } from "@/lib/review/approve-identical";
import { claimNext, claimSubmission } from "@/lib/review/claim-submission";
import { decideSubmission } from "@/lib/review/decide-submission";
import { verifyEvidence } from "@/lib/review/evidence";
import { listLiveCopies } from "@/lib/review/live-copies";
import { getCopy, getOwnEvidence } from "@/lib/review/queries";
import { getEvidence, getSubmission, listQueue } from "@/lib/review/queue";
import { recheckCopies } from "@/lib/review/recheck-copies";
import { releaseSubmission } from "@/lib/review/release-submission";
import { previewTakeDown, takeDownPhrase } from "@/lib/review/take-down-phrase";
import { takeDownOwn } from "@/lib/review/take-down-own";
import { asOwner } from "../../setup/as-owner";
import { addProduct, reprice } from "../labels/label-shop";
import { BLOCKED_WORDS, CLEAN_WORDS, decide, openReviewShops, overruleAll, submitted } from "./review-shop";

const { clock, owner, stranger, product, offerId, reviewer, second, lead, auditor, admin } = await openReviewShops();
const shownTexts = async () => (await listLiveCopies(owner, "SHOWCASE", [product.id])).map(({ text }) => text);

describe("a clean text", () => {
  it("goes live when one person approves it, is told, audited and proved", async () => {
    const { copyId, submissionId } = await submitted(owner, product.id, CLEAN_WORDS);
    expect(await claimNext(reviewer)).toMatchObject({ submissionId });
    const { state, decisionId } = await decide(reviewer, submissionId, { kind: "approve" });
    expect(state).toBe("approved");
    expect(await getCopy(owner, copyId)).toMatchObject({ standing: "live", liveVersion: 1, events: [{ kind: "went-live" }] });
    expect(await shownTexts()).toEqual([CLEAN_WORDS]);
    expect(await asOwner("SELECT kind, shop_id FROM notification WHERE subject = $1", [`copy:${copyId}`])).toEqual([{ kind: "copy-approved", shop_id: owner.shopId }]);
    expect(await asOwner("SELECT actor_name FROM audit_entry WHERE action = 'review.decided' AND subject = $1", [`submission:${submissionId}`])).toEqual([{ actor_name: "叶知微" }]);
    const evidence = await getEvidence(auditor, decisionId);
    expect(verifyEvidence(evidence)).toEqual({ verdict: "same" });
    expect(verifyEvidence({ ...evidence, text: `${CLEAN_WORDS}！` })).toMatchObject({ verdict: "different", differences: ["textSha256", "documentSha256"] });
    expect(await getOwnEvidence(owner, decisionId)).toEqual(evidence);
    await expect(getOwnEvidence(stranger, decisionId)).rejects.toMatchObject({ code: "not_found" });
    await expect(asOwner("DELETE FROM copy_decision")).rejects.toThrow(/append-only/);

    await takeDownOwn(owner, { copyId, reason: "换季" });
    expect((await getCopy(owner, copyId)).standing).toBe("down");
    await expect(takeDownOwn(owner, { copyId, reason: "换季" })).rejects.toMatchObject({ code: "wrong_state" });
    expect(await shownTexts()).toEqual([]);
  });

  it("is no business of the shop's, of the auditor or of an admin to decide", async () => {
    const { submissionId } = await submitted(owner, product.id, CLEAN_WORDS);
    const decision = { submissionId, expectedStateVersion: 1, kind: "approve" as const, reason: "x", findings: [] };
    for (const person of [auditor, admin]) await expect(decideSubmission(person, decision)).rejects.toMatchObject({ code: "forbidden" });
    await expect(getSubmission(admin, submissionId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(decideSubmission(reviewer, { ...decision, submissionId: "sub_none" })).rejects.toMatchObject({ code: "not_found" });
    await decide(reviewer, submissionId, { kind: "reject" });
    await expect(decideSubmission(second, decision)).rejects.toMatchObject({ code: "conflict" });
  });

  it("of two who decide at once only one does", async () => {
    const { submissionId } = await submitted(owner, product.id, CLEAN_WORDS);
    const decision = { submissionId, expectedStateVersion: 1, kind: "ask-changes" as const, reason: "x", findings: [] };
    const decided = await Promise.allSettled([decideSubmission(reviewer, decision), decideSubmission(second, decision)]);
    expect(decided.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("four eyes", () => {
  it("a block finding that is overruled needs a second person", async () => {
    const { copyId, submissionId } = await submitted(owner, product.id, BLOCKED_WORDS);
    await expect(decide(reviewer, submissionId, { kind: "approve" })).rejects.toMatchObject({ code: "review_refused", detail: { params: { reason: "finding-undecided" } } });
    const findings = await overruleAll(reviewer, submissionId);
    await expect(decide(reviewer, submissionId, { kind: "approve", findings: findings.map((one) => ({ ...one, reason: " " })) })).rejects.toMatchObject({ detail: { params: { reason: "reason-missing" } } });
    await expect(decide(reviewer, submissionId, { kind: "approve", findings: findings.map((one) => ({ ...one, verdict: "upheld" as const })) })).rejects.toMatchObject({ detail: { params: { reason: "upheld-finding" } } });
    expect(await decide(reviewer, submissionId, { kind: "approve", findings })).toMatchObject({ state: "second-look" });
    expect((await getCopy(owner, copyId)).standing).toBe("second-look");
    await expect(decide(reviewer, submissionId, { kind: "approve", findings })).rejects.toMatchObject({ detail: { params: { reason: "same-person" } } });
    expect(await claimNext(reviewer)).toBeNull();
    const { state, decisionId } = await decide(second, submissionId, { kind: "approve", findings });
    expect(state).toBe("approved");
    expect(await getEvidence(auditor, decisionId)).toMatchObject({ decision: { step: 2, by: second.actor.id }, previousSha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await recheckCopies(owner)).toMatchObject({ fallen: 0 });
    expect(await shownTexts()).toEqual([BLOCKED_WORDS]);
    await takeDownOwn(owner, { copyId, reason: "收场" });
  });

  it("nobody reviews the words of a shop that they belong to, nor their own", async () => {
    const { submissionId } = await submitted(stranger, (await addProduct(stranger, "N-1", [{ code: "one", cashPriceFen: 50_000 }])).id, CLEAN_WORDS);
    await asOwner("INSERT INTO membership (id, user_id, shop_id, role) VALUES ('mem_test', $1, $2, 'shop_viewer')", [reviewer.actor.id, stranger.shopId]);
    await expect(claimSubmission(reviewer, { submissionId })).rejects.toMatchObject({ code: "review_refused", detail: { params: { reason: "own-shop" } } });
    await expect(decide(reviewer, submissionId, { kind: "approve" })).rejects.toMatchObject({ detail: { params: { reason: "own-shop" } } });
    expect((await listQueue(reviewer)).rows.find(({ id }) => id === submissionId)).toMatchObject({ isOwn: true });
    expect((await claimNext(reviewer))?.submissionId).not.toBe(submissionId);
    await decide(second, submissionId, { kind: "approve" });
  });

  it("what was escalated is for the lead", async () => {
    const { submissionId } = await submitted(owner, product.id, CLEAN_WORDS);
    await decide(reviewer, submissionId, { kind: "escalate", reason: "拿不准" });
    await expect(decide(second, submissionId, { kind: "approve" })).rejects.toMatchObject({ detail: { params: { reason: "lead-only" } } });
    expect(await decide(lead, submissionId, { kind: "reject" })).toMatchObject({ state: "rejected" });
  });
});

describe("the queue", () => {
  it("is claimed with a lease: another may take it when that is over, or when it is put back", async () => {
    const { submissionId } = await submitted(owner, product.id, CLEAN_WORDS);
    await claimSubmission(reviewer, { submissionId });
    await expect(claimSubmission(second, { submissionId })).rejects.toMatchObject({ detail: { params: { reason: "claimed-by-other" } } });
    await expect(decide(second, submissionId, { kind: "approve" })).rejects.toMatchObject({ detail: { params: { reason: "claimed-by-other" } } });
    expect((await listQueue(second)).rows.find(({ id }) => id === submissionId)).toMatchObject({ claimedByName: "叶知微", isMine: false });
    clock.advance(15 * 60_000);
    await claimSubmission(second, { submissionId });
    await releaseSubmission(reviewer, { submissionId });
    expect((await getSubmission(second, submissionId)).isMine).toBe(true);
    await releaseSubmission(second, { submissionId });
    await claimSubmission(reviewer, { submissionId });
    await decide(reviewer, submissionId, { kind: "reject" });
  });

  it("is empty of duplicates for two who ask at once, and gives the riskiest first", async () => {
    const calm = await submitted(owner, product.id, CLEAN_WORDS);
    const risky = await submitted(owner, product.id, BLOCKED_WORDS);
    const claims = await Promise.all([claimNext(second), claimNext(lead)]);
    expect(claims.map((claim) => claim?.submissionId).sort()).toEqual([calm.submissionId, risky.submissionId].sort());
    expect((await listQueue(lead)).rows.map(({ id }) => id)).toEqual([risky.submissionId, calm.submissionId]);
    for (const { submissionId } of [calm, risky]) {
      await asOwner("UPDATE copy_submission SET claimed_by = NULL WHERE id = $1", [submissionId]);
      await decide(lead, submissionId, { kind: "reject" });
    }
  });

  it("approves the same words of other shops in one step, those without a block finding", async () => {
    const words = "手工扎染茶席，棉麻，可水洗。";
    const first = await submitted(owner, product.id, words);
    const other = await submitted(stranger, (await addProduct(stranger, "N-2", [{ code: "one", cashPriceFen: 50_000 }])).id, words);
    await decide(second, first.submissionId, { kind: "approve" });
    await expect(approveIdentical(admin, { submissionId: first.submissionId, reason: "相同" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await approveIdentical(second, { submissionId: first.submissionId, reason: "与已通过的文案完全相同" })).toEqual({ approved: [other.submissionId], left: [] });
    expect(await getCopy(stranger, other.copyId)).toMatchObject({ standing: "live" });
    expect(await approveIdentical(second, { submissionId: first.submissionId, reason: "再来一次" })).toEqual({ approved: [], left: [] });
  });
});

describe("what is live", () => {
  it("comes down when the number in it is not true any more: at once for shoppers, and for good with the next look", async () => {
    const words = "这款盖碗3期免息，每期333元，年化利率0.00%（单利），手续费由商家承担。";
    const { copyId, submissionId } = await submitted(owner, product.id, words, offerId);
    await decide(second, submissionId, { kind: "approve", findings: await overruleAll(second, submissionId) });
    expect(await shownTexts()).toContain(words);
    expect(await recheckCopies(owner)).toMatchObject({ fallen: 0 });
    clock.advance(60_000);
    await reprice(owner, product, [{ code: "one", cashPriceFen: 89_900 }]);
    expect(await shownTexts()).not.toContain(words);
    expect((await getCopy(owner, copyId)).standing).toBe("live");
    expect(await recheckCopies(owner)).toMatchObject({ fallen: 1 });
    expect(await getCopy(owner, copyId)).toMatchObject({ standing: "down", events: [{ kind: "came-down", reason: "numbers-changed", detail: { category: "rate-mismatch", matched: "333元" } }, { kind: "went-live" }] });
    expect(await asOwner("SELECT params FROM notification WHERE kind = 'copy-came-down'")).toMatchObject([{ params: { reason: "numbers-changed" } }]);
    expect(await recheckCopies(owner)).toMatchObject({ fallen: 0 });
  });

  it("falls in all shops by a phrase, however it is spelled, with a preview", async () => {
    const mine = await submitted(owner, product.id, "古法柴烧，限量茶盏。");
    const theirs = await submitted(stranger, (await addProduct(stranger, "N-3", [{ code: "one", cashPriceFen: 50_000 }])).id, "古 法 柴 燒 茶壶，附证书。");
    for (const { submissionId } of [mine, theirs]) await decide(second, submissionId, { kind: "approve" });
    await expect(previewTakeDown(second, "古法柴烧")).rejects.toMatchObject({ code: "forbidden" });
    await expect(takeDownPhrase(second, { phrase: "古法柴烧", reason: "x" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await previewTakeDown(lead, "古法柴烧")).toMatchObject({ count: 2, shops: 2 });
    expect(await takeDownPhrase(lead, { phrase: "古法柴烧", reason: "监管通报" })).toMatchObject({ fallen: 2 });
    expect(await getCopy(stranger, theirs.copyId)).toMatchObject({ standing: "down", events: [{ reason: "phrase", detail: { phrase: "古法柴烧" } }, {}] });
    expect(await previewTakeDown(lead, "古法柴烧")).toMatchObject({ count: 0, rows: [] });
  });
});

describe("remarks on a span", () => {
  it("go both ways, and are of the version", async () => {
    const { copyId, submissionId } = await submitted(owner, product.id, CLEAN_WORDS);
    await addReviewRemark(reviewer, { copyId, version: 1, start: 0, end: 4, text: "请附检测报告" });
    await addShopRemark(owner, { copyId, version: 1, start: 0, end: 4, text: "已上传" });
    await expect(addShopRemark(stranger, { copyId, version: 1, start: 0, end: 4, text: "x" })).rejects.toMatchObject({ code: "not_found" });
    await expect(addShopRemark(owner, { copyId, version: 1, start: 0, end: 400, text: "x" })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(addReviewRemark(auditor, { copyId, version: 1, start: 0, end: 4, text: "x" })).rejects.toMatchObject({ code: "forbidden" });
    expect((await getSubmission(reviewer, submissionId)).remarks.map(({ side, text }) => [side, text])).toEqual([["review", "请附检测报告"], ["shop", "已上传"]]);
  });
});
