import { Compass } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell"))("notFound.title") };
}

export default async function NotFound() {
  const t = await getTranslations("shell");
  return (
    <main id="main" className="flex min-h-[70dvh] flex-col items-center justify-center">
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
    </main>
  );
}
