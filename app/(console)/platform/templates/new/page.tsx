import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { openPlatform } from "@/app/gates";
import { TemplateForm } from "@/components/review/template-form";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import { listKeptTemplates } from "@/lib/offers/templates";
import { getMarketFacts } from "@/lib/rate-cards/queries";
import { proposeTemplateAction, tryTemplateAction } from "../actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates"))("form.newTitle") };
}

export default async function NewTemplatePage({ searchParams }: Props) {
  const ctx = await openPlatform();
  if (!can(ctx, "template:propose")) notFound();
  const { code, change } = await searchParams;
  const basis = code === undefined ? null : (await listKeptTemplates(ctx)).filter((one) => one.code === code).at(-1);
  if (basis === undefined) notFound();
  const facts = await getMarketFacts(ctx);
  const t = await getTranslations("templates");
  const title = basis ? t("form.versionTitle", { code: basis.code }) : t("form.newTitle");
  return (
    <>
      <PageHeader breadcrumbs={[{ label: t("title"), href: "/platform/templates" }, { label: title }]} title={title} description={t("form.description")} />
      <TemplateForm
        key={`${basis?.code ?? ""} ${basis?.version ?? 0}`}
        basis={basis}
        isRetiring={basis?.status === "approved" && change === "retire"}
        facts={facts}
        today={shanghaiDateOf(ctx.clock.now())}
        tryTemplate={tryTemplateAction}
        propose={proposeTemplateAction}
      />
    </>
  );
}
