import { beforeAll, describe, expect, test } from "vitest";
import { updateProduct } from "@/lib/catalog/update-product";
import { createProduct } from "@/lib/catalog/create-product";
import { createOffer } from "@/lib/offers/create-offer";
import { endOffer } from "@/lib/offers/end-offer";
import { getRecommendation } from "@/lib/offers/get-recommendation";
import { pauseOffer } from "@/lib/offers/pause-offer";
import { previewOffer } from "@/lib/offers/preview-offer";
import { publishOffer } from "@/lib/offers/publish-offer";
import { getOffer, listOfferEvents, listOfferRevisions, listOffers } from "@/lib/offers/queries";
import { resumeOffer } from "@/lib/offers/resume-offer";
import { saveDraft } from "@/lib/offers/save-draft";
import { movableClock } from "@/lib/platform/clock";
import { asOwner } from "../../setup/as-owner";
import { auditOf, changeSeqOf, openShopWithProducts, publishNew, zeroInterest } from "./offer-people";

const START = "2026-11-10T02:00:00.000Z";
const clock = movableClock(START);
let shop: Awaited<ReturnType<typeof openShopWithProducts>>;
beforeAll(async () => {
  shop = await openShopWithProducts(clock);
});

const refusalsOf = async (publishing: Promise<unknown>) => {
  const error = (await publishing.catch((refusal: unknown) => refusal)) as { code: string; detail: { data: { refusals: { code: string; lines: unknown[] }[] } } };
  expect(error.code).toBe("offer_refused");
  return error.detail.data.refusals;
};

describe("publishing", () => {
  test("makes a revision, tells of the change, queues the watch, leaves an audit row", async () => {
    const before = await changeSeqOf("shanshe");
    const { offerId } = await createOffer(shop.owner, { content: zeroInterest() });
    expect(await publishOffer(shop.owner, { offerId, expectedDraftVersion: 1, expectedRevision: 0 })).toEqual({ offerId, revision: 1, state: "live" });
    expect(await getOffer(shop.viewer, offerId)).toMatchObject({ state: "live", revision: 1, hasUnpublishedChanges: false, published: { revision: 1, publishedAt: START } });
    expect(await changeSeqOf("shanshe")).toBe(before + 1);
    expect((await auditOf(offerId)).map(({ action }) => action)).toEqual(["offer.created", "offer.published"]);
    const jobs = await asOwner<{ key: string }>("SELECT key FROM graphile_worker.jobs WHERE key LIKE $1 ORDER BY key", ["watch-labels:shanshe%"]);
    expect(jobs.map(({ key }) => key)).toEqual(expect.arrayContaining(["watch-labels:shanshe", `watch-labels:shanshe:${offerId}:to`]));
  });

  test("a published revision never changes; a change makes a new one with a readable diff", async () => {
    const offerId = await publishNew(shop.owner);
    await saveDraft(shop.owner, { offerId, expectedDraftVersion: 1, content: zeroInterest({ budgetFen: 200_000 }) });
    expect(await getOffer(shop.owner, offerId)).toMatchObject({ hasUnpublishedChanges: true, content: { budgetFen: 100_000 } });
    await publishOffer(shop.owner, { offerId, expectedDraftVersion: 2, expectedRevision: 1 });
    const { rows } = await listOfferRevisions(shop.viewer, { offerId });
    expect(rows).toMatchObject([
      { revision: 2, changes: [{ field: "budgetFen", before: 100_000, after: 200_000 }] },
      { revision: 1, changes: null, content: { budgetFen: 100_000 } },
    ]);
    await expect(asOwner("UPDATE offer_revision SET content = '{}' WHERE offer_id = $1", [offerId])).rejects.toThrow("append-only");
  });

  test("is refused where nothing has changed", async () => {
    const offerId = await publishNew(shop.owner);
    expect(await refusalsOf(publishOffer(shop.owner, { offerId, expectedDraftVersion: 1, expectedRevision: 1 }))).toMatchObject([{ code: "nothing-changed" }]);
  });

  test("is refused with the arithmetic where zero interest is not true, and leaves no trace", async () => {
    const { offerId } = await createOffer(shop.owner, { content: zeroInterest({ funding: { consumerBps: 10_000, merchantBps: 0, platformBps: 0 } }) });
    const [refusal] = await refusalsOf(publishOffer(shop.owner, { offerId, expectedDraftVersion: 1, expectedRevision: 0 }));
    expect(refusal).toMatchObject({ code: "not-interest-free" });
    expect(refusal!.lines).toContainEqual({ code: "extra-cost", fen: 2_300 });
    expect(await getOffer(shop.owner, offerId)).toMatchObject({ state: "draft", revision: 0 });
    expect(await auditOf(offerId)).toHaveLength(1);
  });

  test("is refused for a picked product that costs ¥100 more in installments", async () => {
    const dear = await createProduct(shop.owner, { externalId: "dear", title: "柴烧壶", category: "茶壶", contentTags: [], skus: [{ code: "default", name: "", cashPriceFen: 1_000_000, installmentPriceFen: 1_010_000, listPriceFen: null, costPriceFen: null, inStock: true }] });
    const { offerId } = await createOffer(shop.owner, { content: zeroInterest({ target: { kind: "products", productIds: [dear.id] } }) });
    const refusals = await refusalsOf(publishOffer(shop.owner, { offerId, expectedDraftVersion: 1, expectedRevision: 0 }));
    expect(refusals).toMatchObject([{ code: "product-not-interest-free", params: { title: "柴烧壶", cashPriceFen: 1_000_000, totalPaymentsFen: 1_010_000 } }]);
    await updateProduct(shop.owner, { productId: dear.id, version: 1, title: dear.title, category: dear.category, contentTags: [], skus: dear.skus.map((sku) => ({ ...sku, installmentPriceFen: sku.cashPriceFen })) });
    expect(await publishOffer(shop.owner, { offerId, expectedDraftVersion: 1, expectedRevision: 0 })).toMatchObject({ revision: 1 });
  });

  test("needs both the draft and the revision to be as they were seen", async () => {
    const offerId = await publishNew(shop.owner);
    await saveDraft(shop.operator, { offerId, expectedDraftVersion: 1, content: zeroInterest({ priority: 9 }) });
    await expect(publishOffer(shop.owner, { offerId, expectedDraftVersion: 1, expectedRevision: 1 })).rejects.toMatchObject({ code: "conflict", detail: { data: { draftVersion: 2 } } });
    const both = await Promise.allSettled([1, 2].map(() => publishOffer(shop.owner, { offerId, expectedDraftVersion: 2, expectedRevision: 1 })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await listOfferRevisions(shop.owner, { offerId })).rows).toHaveLength(2);
  });

  test("is neither for viewers nor for other shops", async () => {
    const { offerId } = await createOffer(shop.owner, { content: zeroInterest() });
    const input = { offerId, expectedDraftVersion: 1, expectedRevision: 0 };
    for (const ctx of [shop.viewer, shop.finance]) await expect(publishOffer(ctx, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(publishOffer(shop.stranger, input)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("pausing, resuming, ending", () => {
  test("each is recorded with who and why, and guarded by the state", async () => {
    const offerId = await publishNew(shop.owner);
    await expect(resumeOffer(shop.owner, { offerId })).rejects.toMatchObject({ code: "wrong_state", detail: { params: { state: "live" } } });
    await pauseOffer(shop.operator, { offerId, reason: "换主播" });
    expect(await getOffer(shop.viewer, offerId)).toMatchObject({ state: "paused" });
    await expect(pauseOffer(shop.owner, { offerId, reason: "再来" })).rejects.toMatchObject({ code: "wrong_state" });
    clock.advance(1_000);
    await resumeOffer(shop.owner, { offerId });
    expect((await getOffer(shop.viewer, offerId)).state).toBe("live");
    clock.advance(1_000);
    await endOffer(shop.owner, { offerId, reason: "活动结束" });
    expect(await listOfferEvents(shop.viewer, { offerId })).toMatchObject([{ kind: "ended", reason: "活动结束", by: "林见山" }, { kind: "resumed" }, { kind: "paused", reason: "换主播", by: "周小满" }, { kind: "published" }]);
    expect((await auditOf(offerId)).map(({ action }) => action)).toEqual(["offer.created", "offer.published", "offer.paused", "offer.resumed", "offer.ended"]);
  });

  test("an end is for good", async () => {
    const offerId = await publishNew(shop.owner);
    await endOffer(shop.owner, { offerId, reason: "不做了" });
    const again = [
      () => endOffer(shop.owner, { offerId, reason: "again" }),
      () => resumeOffer(shop.owner, { offerId }),
      () => saveDraft(shop.owner, { offerId, expectedDraftVersion: 1, content: zeroInterest({ priority: 1 }) }),
      () => publishOffer(shop.owner, { offerId, expectedDraftVersion: 1, expectedRevision: 1 }),
    ];
    for (const attempt of again) {
      await expect(attempt()).rejects.toMatchObject({ code: "wrong_state" });
    }
  });

  test("a draft is discarded by ending it", async () => {
    const { offerId } = await createOffer(shop.owner, { content: zeroInterest() });
    await endOffer(shop.owner, { offerId, reason: "写错了" });
    expect(await getOffer(shop.owner, offerId)).toMatchObject({ state: "ended", revision: 0 });
  });

  test.each([
    ["pause", pauseOffer],
    ["resume", resumeOffer],
    ["end", endOffer],
  ])("%s is neither for viewers nor for other shops", async (_name, verb) => {
    const offerId = await publishNew(shop.owner);
    await expect(verb(shop.viewer, { offerId, reason: "x" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(verb(shop.stranger, { offerId, reason: "x" })).rejects.toMatchObject({ code: "not_found" });
    expect((await getOffer(shop.owner, offerId)).state).toBe("live");
  });

  test("of two who pause at once one is told that it is paused already", async () => {
    const offerId = await publishNew(shop.owner);
    const both = await Promise.allSettled([1, 2].map(() => pauseOffer(shop.owner, { offerId, reason: "x" })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("the window alone starts and ends an offer", async () => {
    const offerId = await publishNew(shop.owner, { window: { from: "2026-11-12T00:00:00+08:00", to: "2026-11-14T00:00:00+08:00" } });
    expect((await getOffer(shop.owner, offerId)).state).toBe("scheduled");
    clock.set("2026-11-12T00:00:00+08:00");
    expect((await getOffer(shop.owner, offerId)).state).toBe("live");
    clock.set("2026-11-14T00:00:00+08:00");
    expect((await getOffer(shop.owner, offerId)).state).toBe("ended");
    clock.set(START);
  });
});

describe("the preview", () => {
  test("says what publishing would do, cost and margin for those who may see it", async () => {
    const preview = await previewOffer(shop.owner, { content: zeroInterest({ target: { kind: "products", productIds: [shop.cup.id] } }) });
    expect(preview).toMatchObject({ refusals: [], targetedCount: 1, labelledCount: 1, orderFees: { cheapestFen: 1_800 }, reach: { atLeast: 55 } });
    expect(preview.terms[0]!.example).toMatchObject({ ok: true, marginFen: 38_200, words: [{ placement: "LIVESTREAM", mainLine: "3期0息" }, {}, {}] });
    const seenByViewer = await previewOffer(shop.viewer, { content: zeroInterest({ target: { kind: "products", productIds: [shop.cup.id] } }) });
    expect(seenByViewer.terms[0]!.example).toMatchObject({ marginFen: null });
    expect(seenByViewer.example.costPriceFen).toBeNull();
  });

  test("never reaches into another shop", async () => {
    const preview = await previewOffer(shop.stranger, { content: zeroInterest({ target: { kind: "products", productIds: [shop.cup.id] } }), offerId: (await listOffers(shop.owner)).rows[0]!.offerId });
    expect(preview).toMatchObject({ targetedCount: 0, conflicts: [] });
  });

  test("pages and filters the products without a label", async () => {
    const { unlabelled, byLoss, unlabelledCount } = await previewOffer(shop.owner, { content: zeroInterest({ maxAmountFen: 150_000 }), unlabelled: { loss: "amount-above-offer", page: 9 } });
    expect(byLoss).toContainEqual({ loss: "amount-above-offer", count: unlabelledCount });
    expect(unlabelled).toMatchObject({ page: 0, pageCount: 1 });
    expect(unlabelled.rows.map(({ title }) => title)).toContain("紫砂壶");
  });

  test("names the offers it competes with", async () => {
    const { conflicts } = await previewOffer(shop.owner, { content: zeroInterest({ priority: 999 }) });
    expect(conflicts.length).toBeGreaterThan(0);
    expect(conflicts[0]).toMatchObject({ decidedBy: "priority", losesCount: 0 });
  });
});

test("the recommended offer of an empty shop and of a full one may be published as it stands", async () => {
  for (const ctx of [shop.owner, shop.ownerOfEmpty]) {
    const recommendation = await getRecommendation(ctx, ({ term }) => `${term}期`);
    const { offerId } = await createOffer(ctx, { content: recommendation!.content });
    expect(await publishOffer(ctx, { offerId, expectedDraftVersion: 1, expectedRevision: 0 })).toMatchObject({ state: "live" });
  }
});
