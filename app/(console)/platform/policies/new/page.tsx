import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { openPlatform } from "@/app/gates";
import { PolicyForm } from "@/components/rate-cards/policy-form";
import { policyName, policyNames } from "@/components/rate-cards/policy-names";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import { getMarketFacts } from "@/lib/rate-cards/queries";
import { publishPolicyAction } from "../actions";

type Props = { searchParams: Promise<{ code?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policies"))("newPolicy") };
}

export default async function NewPolicyPage({ searchParams }: Props) {
  const ctx = await openPlatform();
  if (!can(ctx, "policy:publish")) notFound();
  const { code } = await searchParams;
  const facts = await getMarketFacts(ctx);
  const basis = facts.policies.filter((policy) => policy.code === code).at(-1) ?? null;
  const locale = await getLocale();
  const t = await getTranslations("policies");
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: "/platform/policies" }, { label: t(basis ? "newVersion" : "newPolicy") }]}
        title={basis ? t("form.title", { name: policyName(basis, locale), version: basis.version + 1 }) : t("newPolicy")}
        description={t("form.description")}
      />
      <PolicyForm
        key={`${basis?.code ?? ""}-${basis?.version ?? 0}`}
        basis={basis}
        facts={facts}
        today={shanghaiDateOf(ctx.clock.now())}
        policyNames={policyNames(facts.policies, locale)}
        publish={publishPolicyAction}
      />
    </>
  );
}
