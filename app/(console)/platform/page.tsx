import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { openPlatform } from "@/app/gates";
import { FeePercent } from "@/components/rate-cards/fee-percent";
import { ImpactList } from "@/components/rate-cards/impact-list";
import { policyName, policyNames } from "@/components/rate-cards/policy-names";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import { getCardOverview } from "@/lib/rate-cards/card-overview";
import { percentText } from "@/lib/rate-cards/parse-percent";
import { getPolicyOverview } from "@/lib/rate-cards/policy-overview";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policies"))("home.title") };
}

/** What holds today, and the doors to change it. */
export default async function PlatformHomePage() {
  const ctx = await openPlatform();
  const { inForce } = await getCardOverview(ctx);
  const { versions, impact, facts } = await getPolicyOverview(ctx);
  const locale = await getLocale();
  const t = await getTranslations("policies");
  const cards = await getTranslations("rateCards");
  const current = versions.filter(({ standing }) => standing.state === "in-force");
  return (
    <>
      <PageHeader title={t("home.title")} description={t("home.description", { date: shanghaiDateOf(ctx.clock.now()) })} />
      <div className="grid gap-4 lg:grid-cols-2">
        <Card
          title={t("home.cards")}
          actions={
            <>
              {can(ctx, "rate-card:publish") ? (
                <Button size="sm" asChild>
                  <Link href={inForce[0] ? `/platform/rate-cards/new?channel=${inForce[0].channel}` : "/platform/rate-cards/new"}>{cards("newVersion")}</Link>
                </Button>
              ) : null}
              <Button size="sm" asChild>
                <Link href="/platform/rate-cards">{t("home.allCards")}</Link>
              </Button>
            </>
          }
        >
          {inForce.length === 0 ? <p className="text-ink-muted">{cards("empty.title")}</p> : null}
          <DescriptionList
            items={inForce.map((card) => ({
              term: (
                <>
                  <span lang="zh-CN">{card.name}</span>{" "}
                  {card.isSample ? <Badge tone="warning">{cards("sample.badge")}</Badge> : null}
                </>
              ),
              value: (
                <ul>
                  {card.rows
                    .filter((row) => row.payer === "consumer")
                    .map((row) => (
                      <li key={row.term}>
                        {cards("termCount", { term: row.term })} <FeePercent bps={row.feeBps} />
                      </li>
                    ))}
                </ul>
              ),
            }))}
          />
        </Card>
        <Card
          title={t("home.policies")}
          actions={
            <>
              {can(ctx, "policy:publish") ? (
                <Button size="sm" asChild>
                  <Link href="/platform/policies/lpr">{t("recordLpr")}</Link>
                </Button>
              ) : null}
              <Button size="sm" asChild>
                <Link href="/platform/policies">{t("home.allPolicies")}</Link>
              </Button>
            </>
          }
        >
          <DescriptionList
            items={current.map(({ policy, ceilingPpm }) => ({
              term: <Badge tone={policy.kind === "hard" ? "danger" : "warning"}>{t(`kind.${policy.kind}`)}</Badge>,
              value: (
                <>
                  <span className="tabular mr-2 font-semibold">{ceilingPpm === null ? t("ceilingUnknown") : `${percentText(ceilingPpm, 4)}%`}</span>
                  {policyName(policy, locale)}
                </>
              ),
            }))}
          />
        </Card>
        {impact.length > 0 ? (
          <Card title={t("impact.title")} description={t("impact.description")} className="lg:col-span-2">
            <ImpactList impact={impact} policyNames={policyNames(facts.policies, locale)} />
          </Card>
        ) : null}
      </div>
    </>
  );
}
