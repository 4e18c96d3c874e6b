import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPlatform, orNotFound } from "@/app/gates";
import { WordListForm } from "@/components/review/word-list-form";
import { WordListName } from "@/components/review/word-list-table";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { getWordList } from "@/lib/review/rule-book";

type Props = { params: Promise<{ list: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("copyRules"))("words.title") };
}

export default async function WordListPage({ params }: Props) {
  const ctx = await openPlatform();
  const { base, list } = await orNotFound(getWordList(ctx, (await params).list));
  const t = await getTranslations("copyRules");
  const isCue = "cue" in list.kind;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: "/platform/copy-rules" },
          { label: t("words.title"), href: "/platform/copy-rules/words" },
        ]}
        title={<WordListName list={list} />}
        description={t(isCue ? "words.cuesText" : "words.contextsText")}
      />
      <WordListForm baseSha256={base.sha256} list={list} mayPropose={can(ctx, "copy-rules:propose")} />
    </>
  );
}
