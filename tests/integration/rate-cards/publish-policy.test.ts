import { describe, expect, it } from "vitest";
import { movableClock } from "@/lib/platform/clock";
import type { PlatformContext } from "@/lib/platform/context";
import { publishLprRate } from "@/lib/rate-cards/publish-lpr-rate";
import { publishPolicy } from "@/lib/rate-cards/publish-policy";
import { getMarketFacts, getPolicy, listLprRates, listPolicies } from "@/lib/rate-cards/queries";
import { asOwner } from "../../setup/as-owner";
import { platformPerson, shopOwner } from "./platform-people";

const clock = movableClock("2026-11-22T02:00:00.000Z");
const risk = await platformPerson("risk_officer", clock);

const policy = (patch: Record<string, unknown> = {}) => ({
  expectedVersion: 0,
  code: "house-ceiling",
  nameZh: "内部上限",
  nameEn: "House ceiling",
  kind: "watch",
  measure: "effective",
  lenderTypes: ["bank"],
  formula: { kind: "fixed", ceilingPpm: 200_000 },
  fromDate: "2026-11-22",
  untilDate: null,
  source: "内部决定",
  ...patch,
});
const rate = (patch: Record<string, unknown> = {}) => ({ expectedVersion: 0, fromDate: "2026-11-23", oneYearPpm: 29_000, source: "全国银行间同业拆借中心", ...patch });

describe("the product's own facts", () => {
  it("are there before anybody publishes anything", async () => {
    const { policies, lprRates } = await getMarketFacts(await shopOwner(clock));
    expect(policies.map(({ code, kind, measure, formula, fromDate, untilDate }) => ({ code, kind, measure, formula, fromDate, untilDate }))).toEqual([
      { code: "composite-cost-24", kind: "hard", measure: "nominal", formula: { kind: "fixed", ceilingPpm: 240_000 }, fromDate: "2025-10-01", untilDate: null },
      { code: "four-times-lpr", kind: "watch", measure: "nominal", formula: { kind: "lpr-multiple", multiple: 4 }, fromDate: "2026-01-01", untilDate: "2027-12-31" },
    ]);
    expect(lprRates).toMatchObject([{ fromDate: "2025-05-20", oneYearPpm: 30_000 }]);
  });
});

describe("publishing a policy", () => {
  it("adds a version that everybody reads and is audited", async () => {
    const first = await publishPolicy(risk, policy());
    expect(await getPolicy(await shopOwner(clock), first.id)).toMatchObject({ code: "house-ceiling", version: 1, createdBy: "usr_risk_officer" });
    const audit = await asOwner("select detail from audit_entry where action = 'policy.published' and subject = $1", [`policy:${first.id}`]);
    expect(audit).toMatchObject([{ detail: { replaces: null, policy: { code: "house-ceiling" } } }]);
    await expect(asOwner("update policy set kind = 'hard'")).rejects.toThrow(/append-only/);
  });

  it("is not for a role without the permission, and not for a shop", async () => {
    await expect(publishPolicy(await platformPerson("auditor", clock), policy({ code: "x" }))).rejects.toMatchObject({ code: "forbidden" });
    const owner = await shopOwner(clock);
    await expect(publishPolicy({ ...owner, permissions: new Set(["policy:publish"]) } as unknown as PlatformContext, policy({ code: "x" }))).rejects.toThrow(/row-level security/);
    await expect(getPolicy(owner, "policy_unknown")).rejects.toMatchObject({ code: "not_found" });
  });

  it("lets one of two authors of the same version win", async () => {
    const results = await Promise.allSettled([150_000, 160_000].map((ceilingPpm) => publishPolicy(risk, policy({ code: "race", formula: { kind: "fixed", ceilingPpm } }))));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict", detail: { data: { newest: { version: 1 } } } } });
    expect((await listPolicies(risk, { code: "race" })).rows).toHaveLength(1);
  });

  it("refuses a past start and a version that says nothing new", async () => {
    await expect(publishPolicy(risk, policy({ code: "y", fromDate: "2026-11-21" }))).rejects.toMatchObject({ code: "invalid_input", detail: { issues: [{ code: "from-date-too-early", params: { earliest: "2026-11-22" } }] } });
    await expect(publishPolicy(risk, policy({ expectedVersion: 1, fromDate: "2026-12-01" }))).rejects.toMatchObject({ detail: { issues: [{ code: "nothing-changed" }] } });
    await expect(publishPolicy(risk, policy({ code: "y", lenderTypes: [] }))).rejects.toMatchObject({ name: "ZodError" });
  });
});

describe("recording a prime rate", () => {
  it("holds from its date, and a newer version for the date corrects it", async () => {
    await publishLprRate(risk, rate({ oneYearPpm: 2_900 }));
    await publishLprRate(risk, rate({ expectedVersion: 1 }));
    const { lprRates } = await getMarketFacts(risk);
    expect(lprRates.map(({ fromDate, oneYearPpm }) => [fromDate, oneYearPpm])).toEqual([["2025-05-20", 30_000], ["2026-11-23", 29_000]]);
    expect((await listLprRates(risk)).map(({ fromDate, version }) => [fromDate, version])).toEqual([["2026-11-23", 2], ["2026-11-23", 1], ["2025-05-20", 1]]);
    expect(await asOwner("select 1 from audit_entry where action = 'lpr-rate.published'")).toHaveLength(2);
  });

  it("is not for a role without the permission, and not for a shop", async () => {
    await expect(publishLprRate(await platformPerson("compliance_reviewer", clock), rate({ fromDate: "2026-12-01" }))).rejects.toMatchObject({ code: "forbidden" });
    const owner = await shopOwner(clock);
    await expect(publishLprRate({ ...owner, permissions: new Set(["policy:publish"]) } as unknown as PlatformContext, rate({ fromDate: "2026-12-01" }))).rejects.toThrow(/row-level security/);
  });

  it("lets one of two authors of the same date win", async () => {
    const results = await Promise.allSettled([28_000, 28_500].map((oneYearPpm) => publishLprRate(risk, rate({ fromDate: "2026-12-20", oneYearPpm }))));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
  });

  it("refuses a past date", async () => {
    await expect(publishLprRate(risk, rate({ fromDate: "2026-11-20" }))).rejects.toMatchObject({ detail: { issues: [{ path: "fromDate", code: "from-date-too-early" }] } });
  });
});
