import { ChevronRight } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { openStore } from "./open-store";

const PLACES = ["live", "showcase", "poi"] as const;

export default async function StorePage({ params }: { params: Promise<{ shop: string }> }) {
  const { ctx, name } = await openStore((await params).shop);
  const t = await getTranslations("store");
  return (
    <div className="p-3">
      <h1 className="text-lg font-semibold">{name}</h1>
      <p className="mt-1 text-ink-muted">{t("index.intro")}</p>
      <ul className="mt-4 flex flex-col gap-2">
        {PLACES.map((place) => (
          <li key={place}>
            <Link href={`/store/${ctx.shopId}/${place}`} className="flex items-center justify-between gap-3 rounded-lg border border-line bg-surface p-4 hover:bg-hover">
              <span>
                <span className="block font-medium">{t(`nav.${place}`)}</span>
                <span className="text-[0.8125rem] text-ink-muted">{t(`index.${place}`)}</span>
              </span>
              <ChevronRight aria-hidden className="size-4 text-ink-faint" />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
