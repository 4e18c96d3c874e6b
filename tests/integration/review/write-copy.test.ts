import { describe, expect, it } from "vitest";
import { archiveCopy } from "@/lib/review/archive-copy";
import { createCopy } from "@/lib/review/create-copy";
import { getCopy, listCopies } from "@/lib/review/queries";
import { saveCopy } from "@/lib/review/save-copy";
import { submitCopy } from "@/lib/review/submit-copy";
import { withdrawCopy } from "@/lib/review/withdraw-copy";
import { newId } from "@/lib/platform/id";
import { asOwner } from "../../setup/as-owner";
import { CLEAN_WORDS, openReviewShops, submitted } from "./review-shop";

const { clock, owner, viewer, stranger, product, offerId } = await openReviewShops();
const draft = (over: Partial<Parameters<typeof createCopy>[1]> = {}) => ({ productId: product.id, placement: "SHOWCASE" as const, kind: "description" as const, offerId: null, text: CLEAN_WORDS, ...over });
const auditOf = (action: string, subject: string) => asOwner<{ actor_name: string; detail: Record<string, unknown> }>("SELECT actor_name, detail FROM audit_entry WHERE action = $1 AND subject = $2", [action, subject]);

describe("writing a text", () => {
  it("keeps it as version 1, audited; sent twice it is one", async () => {
    const copyId = newId("cpy", clock.now());
    expect(await createCopy(owner, draft({ copyId }))).toEqual({ copyId, version: 1 });
    expect(await createCopy(owner, draft({ copyId }))).toEqual({ copyId, version: 1 });
    await expect(createCopy(owner, draft({ copyId, text: "别的话" }))).rejects.toMatchObject({ code: "conflict" });
    expect(await auditOf("copy.created", `copy:${copyId}`)).toMatchObject([{ actor_name: "林见山", detail: { after: { text: CLEAN_WORDS } } }]);
    expect((await listCopies(viewer)).rows).toMatchObject([{ id: copyId, standing: "draft", excerpt: CLEAN_WORDS }]);
  });

  it("is of one shop: another finds neither its product, its offer nor its text", async () => {
    const { copyId } = await createCopy(owner, draft());
    await expect(createCopy(stranger, draft())).rejects.toMatchObject({ code: "not_found" });
    await expect(getCopy(stranger, copyId)).rejects.toMatchObject({ code: "not_found" });
    await expect(saveCopy(stranger, { copyId, expectedVersion: 1, offerId: null, text: "改" })).rejects.toMatchObject({ code: "not_found" });
    await expect(submitCopy(stranger, { copyId, expectedVersion: 1 })).rejects.toMatchObject({ code: "not_found" });
    expect((await listCopies(stranger)).rows).toEqual([]);
  });

  it("is not for a viewer", async () => {
    await expect(createCopy(viewer, draft())).rejects.toMatchObject({ code: "forbidden" });
    await expect(saveCopy(viewer, { copyId: "cpy", expectedVersion: 1, offerId: null, text: "改" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(submitCopy(viewer, { copyId: "cpy", expectedVersion: 1 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(archiveCopy(viewer, { copyId: "cpy" })).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each([["empty", ""], ["only pictures", "🎉🎉🎉"], ["only signs", "‏‏ \u200b…"], ["half a character", "好\ud800"], ["a NUL", "好\0"], ["too long", "字".repeat(10_001)]])("refuses %s", async (_name, text) => {
    await expect(createCopy(owner, draft({ text }))).rejects.toMatchObject({ name: "ZodError" });
  });

  it("changes as a new version; whoever saves second gets the other's words", async () => {
    const { copyId } = await createCopy(owner, draft());
    expect(await saveCopy(owner, { copyId, expectedVersion: 1, offerId, text: "新的话" })).toEqual({ version: 2 });
    expect(await saveCopy(owner, { copyId, expectedVersion: 2, offerId, text: "新的话" })).toEqual({ version: 2 });
    await expect(saveCopy(owner, { copyId, expectedVersion: 1, offerId, text: "旧的人" })).rejects.toMatchObject({ code: "conflict", detail: { data: { version: 2, text: "新的话" } } });
    expect((await getCopy(owner, copyId)).versions.map(({ version }) => version)).toEqual([2, 1]);
    await expect(asOwner("UPDATE copy_version SET text = 'x'")).rejects.toThrow(/append-only/);
  });
});

describe("submitting", () => {
  it("keeps what the machine found and the numbers it was compared with; sent twice it is one submission", async () => {
    const { copyId, submissionId } = await submitted(owner, product.id, "3期免息，每期350元，手续费由商家承担", offerId);
    expect(await submitCopy(owner, { copyId, expectedVersion: 1 })).toMatchObject({ submissionId });
    const { submissions, standing } = await getCopy(owner, copyId);
    expect(standing).toBe("waiting");
    expect(submissions[0]).toMatchObject({ verdict: "block", facts: { offer: { id: offerId, revision: 1 }, quotes: [{ term: 3, paymentsFen: [33_300, 33_300, 33_300], interestFree: true }], window: { from: "2026-11-20", to: "2026-12-19" } } });
    expect(submissions[0]!.findings.map(({ category }) => category)).toEqual(expect.arrayContaining(["rate-mismatch", "credit-claim-in-free-text"]));
    await expect(asOwner(`UPDATE copy_submission SET findings = '[]' WHERE id = '${submissionId}'`)).rejects.toThrow(/never changes/);
  });

  it("locks the words until it is withdrawn; withdrawn twice is refused", async () => {
    const { copyId, submissionId } = await submitted(owner, product.id, CLEAN_WORDS);
    await expect(saveCopy(owner, { copyId, expectedVersion: 1, offerId: null, text: "改" })).rejects.toMatchObject({ code: "wrong_state", detail: { params: { state: "under-review" } } });
    await expect(archiveCopy(owner, { copyId })).rejects.toMatchObject({ code: "wrong_state" });
    await expect(withdrawCopy(stranger, { submissionId })).rejects.toMatchObject({ code: "not_found" });
    await withdrawCopy(owner, { submissionId });
    await expect(withdrawCopy(owner, { submissionId })).rejects.toMatchObject({ code: "wrong_state" });
    expect((await getCopy(owner, copyId)).standing).toBe("draft");
    await archiveCopy(owner, { copyId });
    await archiveCopy(owner, { copyId });
    await expect(saveCopy(owner, { copyId, expectedVersion: 1, offerId: null, text: "改" })).rejects.toMatchObject({ code: "wrong_state" });
    expect((await listCopies(owner, { archived: true })).rows.map(({ id }) => id)).toEqual([copyId]);
  });
});
