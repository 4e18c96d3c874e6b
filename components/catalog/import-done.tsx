import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ProductImport } from "@/lib/catalog/import-schema";

export interface ImportDoneProps {
  current: ProductImport;
  productsHref: string;
  offerHref: string | null;
  errorFileHref: string | null;
  onAnother: () => void;
}

export function ImportDone({ current, productsHref, offerHref, errorFileHref, onAnother }: ImportDoneProps) {
  const t = useTranslations("imports");
  return (
    <Card>
      <EmptyState
        icon={CircleCheck}
        title={t("done.title")}
        description={t("done.text", { created: current.createdCount, updated: current.updatedCount, refused: current.refusedCount })}
        actions={
          <>
            {offerHref ? (
              <Button asChild variant="primary">
                <Link href={offerHref}>{t("done.offer")}</Link>
              </Button>
            ) : null}
            <Button asChild>
              <Link href={productsHref}>{t("done.products")}</Link>
            </Button>
            {errorFileHref ? (
              <Button asChild>
                <a href={errorFileHref} download>
                  {t("refused.download")}
                </a>
              </Button>
            ) : null}
            <Button variant="ghost" onClick={onAnother}>
              {t("done.another")}
            </Button>
          </>
        }
      />
    </Card>
  );
}
