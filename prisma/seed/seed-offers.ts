import { enterShop } from "@/lib/access/gates";
import { addDays } from "@/lib/calendar/calendar-date";
import { shanghaiDateOf, shanghaiMidnightBefore } from "@/lib/calendar/shanghai";
import { createOffer } from "@/lib/offers/create-offer";
import { pauseOffer } from "@/lib/offers/pause-offer";
import { publishOffer } from "@/lib/offers/publish-offer";
import { listOffers } from "@/lib/offers/queries";
import { recordBudgetUse } from "@/lib/offers/record-budget-use";
import type { OfferContent } from "@/lib/offers/schema";
import { movableClock } from "@/lib/platform/clock";
import { DEFAULT_CHANNEL } from "@/lib/rate-cards/schema";
import { PEOPLE, SHOPS } from "./cast";

const DAY_MS = 86_400_000;
const BY_MERCHANT = { consumerBps: 0, merchantBps: 10_000, platformBps: 0 };
const BY_CONSUMER = { consumerBps: 10_000, merchantBps: 0, platformBps: 0 };
const ZERO_INTEREST = { LIVESTREAM: "zero-interest", SHOWCASE: "zero-interest", POI: "zero-interest" };
const WITH_APR = { LIVESTREAM: "apr", SHOWCASE: "per-period", POI: "per-period" };

/** Offers of the tea shop in every state: live with some budget used, scheduled, paused, draft. Left alone where it has any. */
export async function seedOffers(): Promise<void> {
  const now = new Date();
  const today = shanghaiDateOf(now);
  const clock = movableClock(now);
  const enter = (person: "owner" | "operator" | "finance") => enterShop({ userId: PEOPLE[person].id, name: PEOPLE[person].name, locale: null, theme: null }, SHOPS.tea.id, { clock });
  const [owner, operator, finance] = [await enter("owner"), await enter("operator"), await enter("finance")];
  if ((await listOffers(owner, { limit: 1 })).rows.length > 0) return;

  const daysAgo = (days: number) => clock.set(new Date(now.getTime() - days * DAY_MS));
  const window = (fromDays: number, toDays: number) => ({ from: shanghaiMidnightBefore(addDays(today, fromDays)), to: shanghaiMidnightBefore(addDays(today, toDays)) });
  const content = (changes: Partial<OfferContent> & Pick<OfferContent, "name" | "window">): OfferContent => ({
    channel: DEFAULT_CHANNEL,
    terms: [3],
    funding: BY_MERCHANT,
    minAmountFen: 1_000,
    maxAmountFen: 5_000_000,
    budgetFen: null,
    warnAtBps: 8_000,
    target: { kind: "all" },
    placements: ["LIVESTREAM", "SHOWCASE", "POI"],
    priority: 100,
    templates: ZERO_INTEREST,
    ...changes,
  });
  const publish = async (ctx: typeof owner, offer: OfferContent): Promise<string> => {
    const { offerId } = await createOffer(ctx, { content: offer });
    await publishOffer(ctx, { offerId, expectedDraftVersion: 1, expectedRevision: 0 });
    return offerId;
  };

  daysAgo(6);
  const live = await publish(owner, content({ name: "全店 3 期 0 息", window: window(-6, 24), budgetFen: 300_000 }));
  daysAgo(4);
  await recordBudgetUse(finance, { offerId: live, amountFen: 62_480, reference: "月付账单-第 1 周" });
  const paused = await publish(operator, content({ name: "12 期轻松付（暂停）", terms: [12], funding: BY_CONSUMER, window: window(-4, 40), minAmountFen: 200_000, priority: 50, templates: WITH_APR }));
  daysAgo(1);
  await recordBudgetUse(finance, { offerId: live, amountFen: 91_350, reference: "月付账单-第 2 周" });
  await pauseOffer(operator, { offerId: paused, reason: "等新一批茶席到货后再开" });
  clock.set(now);
  await publish(operator, content({ name: "高价茶器 6 期", terms: [6], funding: BY_CONSUMER, window: window(3, 33), minAmountFen: 80_000, priority: 120, templates: WITH_APR }));
  await createOffer(operator, { content: content({ name: "年末礼遇（草稿）", terms: [3, 6], window: window(20, 40), budgetFen: 500_000, placements: ["LIVESTREAM", "SHOWCASE"], priority: 150 }) });
}
