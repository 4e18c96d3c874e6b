import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPlatform, orNotFound } from "@/app/gates";
import { RuleDraftBar } from "@/components/review/rule-draft-bar";
import { RulesTabs } from "@/components/review/rules-tabs";
import { WordListTable } from "@/components/review/word-list-table";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { getWordLists } from "@/lib/review/rule-book";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("copyRules"))("words.title") };
}

export default async function WordListsPage() {
  const ctx = await openPlatform();
  const { base, lists } = await orNotFound(getWordLists(ctx));
  const mayPropose = can(ctx, "copy-rules:propose");
  const t = await getTranslations("copyRules");
  return (
    <>
      <PageHeader title={t("title")} description={t("words.description")} />
      <RulesTabs current="words" mayPropose={mayPropose} />
      {mayPropose ? <RuleDraftBar baseSha256={base.sha256} /> : null}
      <div className="flex flex-col gap-4">
        <WordListTable title={t("words.cues")} description={t("words.cuesText")} lists={lists.filter(({ kind }) => "cue" in kind)} />
        <WordListTable title={t("words.contexts")} description={t("words.contextsText")} lists={lists.filter(({ kind }) => "context" in kind)} />
      </div>
    </>
  );
}
