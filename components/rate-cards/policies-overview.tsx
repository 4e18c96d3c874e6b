import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { CalendarDateText, InstantText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { Pager } from "@/components/ui/pager";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { Policy } from "@/lib/quote/schema";
import { percentText } from "@/lib/rate-cards/parse-percent";
import type { PolicyOverview } from "@/lib/rate-cards/policy-overview";
import type { Standing } from "@/lib/rate-cards/version-state";
import { Period } from "./card-versions";
import { ImpactList } from "./impact-list";
import { policyName, policyNames } from "./policy-names";
import { VersionPill } from "./version-pill";

/** The ceilings with what they come to today, the prime rate, and which terms touch them. */
export function PoliciesOverview({ base, overview, mayPublish = false }: { base: string; overview: PolicyOverview; mayPublish?: boolean }) {
  const t = useTranslations("policies");
  const locale = useLocale();
  const { versions, nextAfter, lprRates, impact, facts } = overview;
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="info" title={t("assumption.title")}>
        {t("assumption.text")}
      </Callout>
      {versions.map(({ policy, standing, ceilingPpm }) => (
        <PolicyCard key={policy.id} policy={policy} standing={standing} ceilingPpm={ceilingPpm} mayPublish={mayPublish} />
      ))}
      <Pager nextHref={nextAfter ? `${base}/policies?after=${encodeURIComponent(nextAfter)}` : null} />
      {impact.length > 0 ? (
        <Card title={t("impact.title")} description={t("impact.description")}>
          <ImpactList impact={impact} policyNames={policyNames(facts.policies, locale)} />
        </Card>
      ) : null}
      <Card title={t("lpr.title")} description={t("lpr.description")} flush>
        <LprTable rates={lprRates} />
      </Card>
    </div>
  );
}

function PolicyCard({ policy, standing, ceilingPpm, mayPublish }: { policy: Policy; standing: Standing; ceilingPpm: number | null; mayPublish: boolean }) {
  const t = useTranslations("policies");
  const cards = useTranslations("rateCards");
  const common = useTranslations("common");
  const locale = useLocale();
  const { formula } = policy;
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          {policyName(policy, locale)}
          <span className="font-normal text-ink-muted">v{policy.version}</span>
          <VersionPill state={standing.state} />
          <Badge tone={policy.kind === "hard" ? "danger" : "warning"}>{t(`kind.${policy.kind}`)}</Badge>
        </span>
      }
      actions={
        mayPublish && (standing.state === "in-force" || standing.state === "upcoming") ? (
          <Button size="sm" asChild>
            <Link href={`/platform/policies/new?code=${policy.code}`}>{t("newVersion")}</Link>
          </Button>
        ) : null
      }
    >
      <DescriptionList
        columns={2}
        items={[
          {
            term: t("field.ceiling"),
            value: (
              <>
                <span className="tabular font-semibold">{ceilingPpm === null ? t("ceilingUnknown") : `${percentText(ceilingPpm, 4)}%`}</span>
                {formula.kind === "lpr-multiple" && ceilingPpm !== null ? (
                  <span className="ml-2 text-ink-muted">{t("multipleOf", { multiple: formula.multiple, lpr: percentText(ceilingPpm / formula.multiple, 4) })}</span>
                ) : null}
              </>
            ),
          },
          { term: t("field.measure"), value: common(`rateMethod.${policy.measure}`) },
          { term: t("field.period"), value: <Period from={policy.fromDate} standing={standing} /> },
          { term: t("field.effect"), value: t(`effect.${policy.kind}`) },
          { term: t("field.lenderTypes"), value: policy.lenderTypes.map((type) => cards(`lenderType.${type}`)).join(t("listSeparator")) },
          { term: t("field.source"), value: <span lang="zh-CN">{policy.source}</span> },
        ]}
      />
    </Card>
  );
}

function LprTable({ rates }: { rates: PolicyOverview["lprRates"] }) {
  const t = useTranslations("policies");
  return (
    <TableScroll label={t("lpr.title")}>
      <Table aria-label={t("lpr.title")}>
        <TableHead>
          <TableRow>
            <TableHeader>{t("lpr.from")}</TableHeader>
            <TableHeader align="end">{t("lpr.rate")}</TableHeader>
            <TableHeader>{t("field.source")}</TableHeader>
            <TableHeader>{t("lpr.recordedAt")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rates.map((rate, index) => {
            const isCorrected = rates.slice(0, index).some((other) => other.fromDate === rate.fromDate);
            return (
              <TableRow key={`${rate.fromDate}-${rate.version}`}>
                <TableCell>
                  <CalendarDateText date={rate.fromDate} />
                  {isCorrected ? <Badge className="ml-2">{t("lpr.corrected")}</Badge> : null}
                </TableCell>
                <TableCell align="end">{isCorrected ? <s>{percentText(rate.oneYearPpm, 4)}%</s> : `${percentText(rate.oneYearPpm, 4)}%`}</TableCell>
                <TableCell className="min-w-64">
                  <span lang="zh-CN">{rate.source}</span>
                </TableCell>
                <TableCell>
                  <InstantText at={rate.publishedAt} />
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableScroll>
  );
}
