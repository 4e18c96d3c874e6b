import { Store } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("store"))("notFound.title") };
}

/** Whoever follows a link to a store has no account here, so there is no workbench to send them back to. */
export default async function StoreNotFound() {
  const t = await getTranslations("store.notFound");
  return (
    <main id="main" className="flex min-h-[70dvh] flex-col items-center justify-center">
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState icon={Store} title={t("title")} description={t("text")} />
    </main>
  );
}
