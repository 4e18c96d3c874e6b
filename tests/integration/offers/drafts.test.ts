import { beforeAll, describe, expect, test } from "vitest";
import { createOffer } from "@/lib/offers/create-offer";
import { mergeOfferContent } from "@/lib/offers/merge-offer-content";
import { getOffer, listOffers } from "@/lib/offers/queries";
import { offerContentSchema } from "@/lib/offers/schema";
import { saveDraft } from "@/lib/offers/save-draft";
import { movableClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { auditOf, openShopWithProducts, zeroInterest } from "./offer-people";

const clock = movableClock("2026-11-10T02:00:00.000Z");
let shop: Awaited<ReturnType<typeof openShopWithProducts>>;
beforeAll(async () => {
  shop = await openShopWithProducts(clock);
});

describe("creating an offer", () => {
  test("keeps a draft and leaves an audit row", async () => {
    const { offerId } = await createOffer(shop.owner, { content: zeroInterest() });
    expect(await getOffer(shop.viewer, offerId)).toMatchObject({ state: "draft", revision: 0, draftVersion: 1, published: null, draft: { name: "3期0息" } });
    expect(await auditOf(offerId)).toMatchObject([{ action: "offer.created", actor_name: "林见山" }]);
  });

  test("sent twice it is one offer; with other content a conflict", async () => {
    const offerId = newId("ofr", clock.now());
    await createOffer(shop.owner, { offerId, content: zeroInterest() });
    expect(await createOffer(shop.owner, { offerId, content: zeroInterest() })).toEqual({ offerId, draftVersion: 1 });
    await expect(createOffer(shop.owner, { offerId, content: zeroInterest({ priority: 7 }) })).rejects.toMatchObject({ code: "conflict" });
    expect(await auditOf(offerId)).toHaveLength(1);
  });

  test("with the id of another shop's offer: a conflict that tells nothing", async () => {
    const { offerId } = await createOffer(shop.owner, { content: zeroInterest() });
    const refusal = createOffer(shop.stranger, { offerId, content: zeroInterest() });
    await expect(refusal).rejects.toMatchObject({ code: "conflict", detail: { params: { what: "offer" } } });
    await refusal.catch((error: { detail: { data?: unknown } }) => expect(error.detail.data).toBeUndefined());
  });

  test("is not for those who may only look", async () => {
    for (const ctx of [shop.viewer, shop.finance]) await expect(createOffer(ctx, { content: zeroInterest() })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("refuses content that is no offer", async () => {
    for (const wrong of [{ terms: [] }, { terms: [3, 3] }, { name: " " }, { budgetFen: 0.5 }, { placements: [] }, { funding: { consumerBps: 1, merchantBps: 1, platformBps: 1 } }]) {
      await expect(createOffer(shop.owner, { content: zeroInterest(wrong as object) })).rejects.toThrow();
    }
  });
});

describe("saving a draft", () => {
  test("keeps what was typed and says what changed", async () => {
    const { offerId } = await createOffer(shop.owner, { content: zeroInterest() });
    expect(await saveDraft(shop.operator, { offerId, expectedDraftVersion: 1, content: zeroInterest({ priority: 5 }) })).toEqual({ draftVersion: 2 });
    expect(await getOffer(shop.owner, offerId)).toMatchObject({ draftVersion: 2, draft: { priority: 5 } });
    expect((await auditOf(offerId))[1]).toMatchObject({ action: "offer.draft-saved", actor_name: "周小满", detail: { changes: [{ field: "priority", before: 100, after: 5 }] } });
  });

  test("the second of two people gets the other's version, and nothing is lost", async () => {
    const { offerId } = await createOffer(shop.owner, { content: zeroInterest() });
    clock.advance(1_000);
    await saveDraft(shop.operator, { offerId, expectedDraftVersion: 1, content: zeroInterest({ priority: 5 }) });
    const mine = zeroInterest({ budgetFen: 777_000 });
    const conflict = await saveDraft(shop.owner, { offerId, expectedDraftVersion: 1, content: mine }).catch((error: unknown) => error);
    expect(conflict).toMatchObject({ code: "conflict", detail: { data: { draftVersion: 2, changedBy: "周小满", content: { priority: 5 } } } });

    const theirs = offerContentSchema.parse((conflict as { detail: { data: { content: unknown } } }).detail.data.content);
    const { merged, clashes } = mergeOfferContent(offerContentSchema.parse(zeroInterest()), offerContentSchema.parse(mine), theirs);
    expect(clashes).toEqual([]);
    await saveDraft(shop.owner, { offerId, expectedDraftVersion: 2, content: merged });
    expect(await getOffer(shop.owner, offerId)).toMatchObject({ draft: { priority: 5, budgetFen: 777_000 } });
  });

  test("of two at the same moment exactly one is kept", async () => {
    const { offerId } = await createOffer(shop.owner, { content: zeroInterest() });
    const both = await Promise.allSettled([1, 2].map((priority) => saveDraft(shop.owner, { offerId, expectedDraftVersion: 1, content: zeroInterest({ priority }) })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
  });

  test("another shop's offer is not found, and reading it neither", async () => {
    const { offerId } = await createOffer(shop.owner, { content: zeroInterest() });
    await expect(saveDraft(shop.stranger, { offerId, expectedDraftVersion: 1, content: zeroInterest() })).rejects.toMatchObject({ code: "not_found" });
    await expect(getOffer(shop.stranger, offerId)).rejects.toMatchObject({ code: "not_found" });
    await expect(saveDraft(shop.viewer, { offerId, expectedDraftVersion: 1, content: zeroInterest() })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("the same again changes nothing", async () => {
    const { offerId } = await createOffer(shop.owner, { content: zeroInterest() });
    expect(await saveDraft(shop.owner, { offerId, expectedDraftVersion: 1, content: zeroInterest() })).toEqual({ draftVersion: 1 });
    expect(await auditOf(offerId)).toHaveLength(1);
  });
});

test("the list is paged, filtered and of one's own shop", async () => {
  const { rows, next } = await listOffers(shop.viewer, { limit: 2 });
  expect(rows).toHaveLength(2);
  const second = await listOffers(shop.viewer, { limit: 2, after: next! });
  expect(second.rows[0]!.offerId < rows[1]!.offerId).toBe(true);
  expect((await listOffers(shop.viewer, { state: "live" })).rows).toEqual([]);
  expect((await listOffers(shop.stranger)).rows).toEqual([]);
  await createOffer(shop.owner, { content: zeroInterest({ name: "百分百%_礼盒", placements: ["POI"] }) });
  expect((await listOffers(shop.viewer, { search: "%_" })).rows).toHaveLength(1);
  expect((await listOffers(shop.viewer, { search: "礼盒", placement: "SHOWCASE" })).rows).toEqual([]);
});
