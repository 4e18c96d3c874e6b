import { describe, expect, it } from "vitest";
import { movableClock } from "@/lib/platform/clock";
import type { PlatformContext } from "@/lib/platform/context";
import { getMarketFacts, getRateCard, listRateCards } from "@/lib/rate-cards/queries";
import { publishRateCard } from "@/lib/rate-cards/publish-rate-card";
import { onChange, type Change } from "@/lib/platform/change-notice";
import { asOwner } from "../../setup/as-owner";
import { platformPerson, shopOwner } from "./platform-people";

const clock = movableClock("2026-11-22T02:00:00.000Z");
const admin = await platformPerson("platform_admin", clock);

const input = (patch: Record<string, unknown> = {}) => ({
  expectedVersion: 0,
  channel: "douyin-monthly-pay",
  name: "示例费率卡",
  lenderName: "示例消费金融有限公司",
  lenderShortName: "示例",
  lenderType: "consumer-finance",
  roundingRule: "douyin-monthly-pay",
  billingDay: 1,
  dueDay: 6,
  overdueDailyRatePpm: 500,
  earlyPayoffRule: "remaining-fees-waived",
  feeRefundRule: "refunded-pro-rata",
  fundingShares: "any",
  minAmountFen: 1_000,
  maxAmountFen: 5_000_000,
  fromDate: "2026-11-22",
  source: "示例数据",
  isSample: true,
  rows: [
    { term: 3, payer: "merchant", feeBps: 180 },
    { term: 3, payer: "consumer", feeBps: 230 },
  ],
  ...patch,
});

describe("publishing a rate card", () => {
  it("adds a version that everybody reads, is audited and tells who compiles from it", async () => {
    const heard: Change[] = [];
    const stop = onChange(async (change) => void heard.push(change));
    const card = await publishRateCard(admin, input({ channel: "first" }));
    stop();

    expect(card).toMatchObject({ version: 1, channel: "first", fromDate: "2026-11-22" });
    expect(heard).toEqual([{ shopId: null, seq: 0, catalogSeq: 0 }]);
    const owner = await shopOwner(clock);
    const read = await getRateCard(owner, card.id);
    expect(read).toMatchObject({ ...card, rows: [{ term: 3, payer: "consumer", feeBps: 230 }, { term: 3, payer: "merchant", feeBps: 180 }] });
    const audit = await asOwner("select actor_id, shop_id, detail from audit_entry where action = 'rate-card.published' and subject = $1", [`rate-card:${card.id}`]);
    expect(audit).toMatchObject([{ actor_id: "usr_platform_admin", shop_id: null, detail: { replaces: null, card: { channel: "first", version: 1 } } }]);
  });

  it.each(["risk_officer", "auditor", "compliance_lead"] as const)("is not for a %s", async (role) => {
    await expect(publishRateCard(await platformPerson(role, clock), input({ channel: "forbidden" }))).rejects.toMatchObject({ code: "forbidden" });
    expect((await listRateCards(admin, { channel: "forbidden" })).rows).toEqual([]);
  });

  it("is not for a shop, whatever it claims: the database refuses too", async () => {
    const owner = await shopOwner(clock);
    await expect(publishRateCard(owner as unknown as PlatformContext, input({ channel: "shop" }))).rejects.toMatchObject({ code: "forbidden" });
    const disguised = { ...owner, permissions: new Set(["rate-card:publish"]) } as unknown as PlatformContext;
    await expect(publishRateCard(disguised, input({ channel: "shop" }))).rejects.toThrow(/row-level security/);
    await expect(getRateCard(owner, "card_unknown")).rejects.toMatchObject({ code: "not_found" });
  });

  it("lets one of two authors of the same version win; the other sees what it was", async () => {
    const results = await Promise.allSettled(["甲", "乙"].map((name) => publishRateCard(admin, input({ channel: "race", name }))));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict", detail: { data: { newest: { version: 1 } } } } });
    expect((await listRateCards(admin, { channel: "race" })).rows).toHaveLength(1);
  });

  it("refuses what the rules refuse, each at its field, with the sum", async () => {
    await expect(publishRateCard(admin, input({ channel: "refused", rows: [{ term: 3, payer: "consumer", feeBps: 500 }] }))).rejects.toMatchObject({
      code: "invalid_input",
      detail: { issues: [{ path: "rows.0", code: "above-ceiling" }], data: { problems: [{ arithmetic: { feeFen: 5_000, ceilingPpm: 240_000 } }] } },
    });
    await expect(publishRateCard(admin, input({ channel: "refused", fromDate: "2026-11-21" }))).rejects.toMatchObject({ detail: { issues: [{ path: "fromDate", code: "from-date-too-early" }] } });
    await expect(publishRateCard(admin, { ...input({ channel: "refused" }), extra: 1 })).rejects.toMatchObject({ name: "ZodError" });
    await expect(publishRateCard(admin, input({ channel: "refused", rows: [{ term: 3, payer: "consumer", feeBps: 2.5 }] }))).rejects.toMatchObject({ name: "ZodError" });
  });

  it("keeps what was published: by when, and against everybody's edits", async () => {
    const first = await publishRateCard(admin, input({ channel: "kept" }));
    const between = new Date("2026-11-22T02:30:00.000Z");
    clock.set("2026-11-22T03:00:00.000Z");
    await publishRateCard(admin, input({ channel: "kept", expectedVersion: 1, fromDate: "2026-11-23", dueDay: 10 }));
    const ofKept = async (asOf?: Date) => (await getMarketFacts(admin, { asOf })).rateCards.filter(({ channel }) => channel === "kept").map(({ version }) => version);
    expect(await ofKept()).toEqual([1, 2]);
    expect(await ofKept(between)).toEqual([1]);
    await expect(asOwner("update rate_card set due_day = 20 where id = $1", [first.id])).rejects.toThrow(/append-only/);
    await expect(asOwner("delete from rate_card_row where rate_card_id = $1", [first.id])).rejects.toThrow(/append-only/);
  });

  it("is listed by pages, newest start first", async () => {
    const { rows: all } = await listRateCards(admin);
    const paged = [];
    let after: string | undefined;
    for (let page = 0; page <= all.length; page++) {
      const { rows, nextAfter } = await listRateCards(admin, { limit: 1, after });
      paged.push(...rows.map(({ id }) => id));
      if (!nextAfter) break;
      after = nextAfter;
    }
    expect(paged).toEqual(all.map(({ id }) => id));
    expect(all.map(({ fromDate }) => fromDate)).toEqual(all.map(({ fromDate }) => fromDate).sort().reverse());
  });
});
