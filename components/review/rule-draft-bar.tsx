"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useRuleDraft } from "./use-rule-draft";

/** Reminds of changes that were collected and not proposed yet. */
export function RuleDraftBar({ baseSha256 }: { baseSha256: string }) {
  const t = useTranslations("copyRules.draft");
  const { count } = useRuleDraft(baseSha256);
  if (count === 0) return null;
  return (
    <Callout
      className="mb-4"
      title={t("collected", { count })}
      actions={
        <Button size="sm" asChild>
          <Link href="/platform/copy-rules/changes">{t("open")}</Link>
        </Button>
      }
    >
      {t("notYet")}
    </Callout>
  );
}
