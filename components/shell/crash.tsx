"use client";
import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export function Crash({ reference, retry }: { reference: string | undefined; retry: () => void }) {
  const t = useTranslations("shell");
  const common = useTranslations("common");
  return (
    <div role="alert">
      <h1 className="sr-only">{t("crash.title")}</h1>
      <EmptyState
        icon={TriangleAlert}
        title={t("crash.title")}
        description={
          <>
            {t("crash.description")}
            {reference ? (
              <span className="mt-2 block text-[0.8125rem]">
                {t("crash.reference")}
                {common("colon")}
                <code className="font-mono">{reference}</code>
              </span>
            ) : null}
          </>
        }
        actions={
          <>
            <Button variant="primary" onClick={retry}>
              {common("retry")}
            </Button>
            <Button asChild>
              <Link href="/">{t("crash.home")}</Link>
            </Button>
          </>
        }
      />
    </div>
  );
}
