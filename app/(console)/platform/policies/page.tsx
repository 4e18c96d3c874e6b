import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { openPlatform } from "@/app/gates";
import { PoliciesOverview } from "@/components/rate-cards/policies-overview";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { getPolicyOverview } from "@/lib/rate-cards/policy-overview";

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policies"))("title") };
}

export default async function PlatformPoliciesPage({ searchParams }: Props) {
  const ctx = await openPlatform();
  const { after } = await searchParams;
  const overview = await getPolicyOverview(ctx, { after: typeof after === "string" ? after : undefined });
  const mayPublish = can(ctx, "policy:publish");
  const t = await getTranslations("policies");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          mayPublish ? (
            <>
              <Button asChild>
                <Link href="/platform/policies/lpr">{t("recordLpr")}</Link>
              </Button>
              <Button variant="primary" asChild>
                <Link href="/platform/policies/new">
                  <Plus aria-hidden />
                  {t("newPolicy")}
                </Link>
              </Button>
            </>
          ) : null
        }
      />
      <PoliciesOverview base="/platform" overview={overview} mayPublish={mayPublish} />
    </>
  );
}
