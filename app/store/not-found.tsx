import { Store } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";

/** Whoever follows a link to a store has no account here, so there is no workbench to send them back to. */
export default async function StoreNotFound() {
  const t = await getTranslations("store.notFound");
  return (
    <main id="main" className="flex min-h-[70dvh] flex-col items-center justify-center">
      {/* Written here because the metadata of the missing store fails with it. */}
      <title>{t("title")}</title>
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState icon={Store} title={t("title")} description={t("text")} />
    </main>
  );
}
