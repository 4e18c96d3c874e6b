import { BookText, Plus, Search } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { openPlatform, orNotFound } from "@/app/gates";
import { RuleDraftBar } from "@/components/review/rule-draft-bar";
import { RuleGroups } from "@/components/review/rule-groups";
import { RulesTabs } from "@/components/review/rules-tabs";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CalendarDateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { getRuleBook, RULE_SEARCH_MAX } from "@/lib/review/rule-book";

type Props = { searchParams: Promise<{ q?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("copyRules"))("title") };
}

export default async function CopyRulesPage({ searchParams }: Props) {
  const ctx = await openPlatform();
  const search = [(await searchParams).q].flat()[0] ?? "";
  const { base, groups, found, total } = await orNotFound(getRuleBook(ctx, { search }));
  const mayPropose = can(ctx, "copy-rules:propose");
  const t = await getTranslations("copyRules");
  const common = await getTranslations("common");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          mayPropose ? (
            <Button asChild>
              <Link href="/platform/copy-rules/rules/new">
                <Plus aria-hidden />
                {t("newRule")}
              </Link>
            </Button>
          ) : null
        }
      />
      <RulesTabs current="rules" mayPropose={mayPropose} />
      {mayPropose ? <RuleDraftBar baseSha256={base.sha256} /> : null}
      <Card>
        <p>
          {base.number === 0 ? t("builtIn") : t("number", { number: base.number })} {t(base.isInForce ? "since" : "comingFrom")} <CalendarDateText date={base.fromDate} />
        </p>
        <form role="search" className="mt-3 flex flex-wrap gap-2">
          <Input name="q" type="search" aria-label={t("search")} placeholder={t("search")} defaultValue={search} maxLength={RULE_SEARCH_MAX} className="max-w-96" />
          <Button type="submit">
            <Search aria-hidden />
            {common("search")}
          </Button>
        </form>
        <p className="mt-2 text-[0.8125rem] text-ink-muted">{found === total ? t("count", { count: total }) : t("found", { found, total })}</p>
      </Card>
      {groups.length === 0 ? (
        <EmptyState
          icon={BookText}
          title={t("noneFound")}
          actions={
            <Button asChild>
              <Link href="/platform/copy-rules">{t("showAll")}</Link>
            </Button>
          }
        />
      ) : (
        <RuleGroups key={search} groups={groups} isOpen={search !== ""} />
      )}
    </>
  );
}
