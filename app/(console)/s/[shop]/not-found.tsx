import { Compass } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** Within the shell: the person keeps the navigation of the shop. */
export default async function ShopPageNotFound() {
  const t = await getTranslations("shell");
  return (
    <>
      <h1 className="sr-only">{t("notFound.title")}</h1>
      <EmptyState
        icon={Compass}
        title={t("notFound.title")}
        description={t("notFound.description")}
        actions={
          <Button asChild variant="primary">
            <Link href="/">{t("notFound.action")}</Link>
          </Button>
        }
      />
    </>
  );
}
