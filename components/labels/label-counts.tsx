import { useTranslations } from "next-intl";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { LabelCounts as Counts } from "@/lib/storefront/label-states";

/** How many products are labelled, and the reasons of the others, each with a way to them. */
export function LabelCounts({ counts, productsPath }: { counts: Counts; productsPath: string }) {
  const t = useTranslations("labels");
  const { labelled, reasons, total, isUpdating } = counts;
  if (isUpdating) return <p className="mb-4 text-ink-muted">{t("counts.updating")}</p>;
  return (
    <Card className="mb-4">
      <div className="grid gap-4 md:grid-cols-[auto_auto_1fr] md:gap-8">
        <Figure label={t("counts.labelled")} value={labelled} href={`${productsPath}?state=labelled`} note={total > 0 ? t("counts.share", { percent: Math.floor((labelled * 100) / total) }) : null} />
        <Figure label={t("counts.notLabelled")} value={total - labelled} note={null} />
        <div className="min-w-0">
          <h2 className="text-[0.8125rem] text-ink-muted">{t("counts.why")}</h2>
          {reasons.length === 0 ? <p className="mt-1">{t("counts.none")}</p> : null}
          <ul className="mt-1 flex flex-wrap gap-2">
            {reasons.map(({ reason, count }) => (
              <li key={reason}>
                <Link href={`${productsPath}?state=${reason}`} className="flex min-h-7 items-center gap-1.5 rounded-full border border-line px-2.5 text-[0.8125rem] hover:bg-hover">
                  {t(`reasons.${reason}`)} <span className="tabular font-semibold">{t("counts.number", { count })}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Card>
  );
}

function Figure({ label, value, note, href }: { label: string; value: number; note: string | null; href?: string }) {
  const t = useTranslations("labels");
  const number = <span className="tabular text-xl font-semibold tracking-tight">{t("counts.number", { count: value })}</span>;
  return (
    <div>
      <p className="text-[0.8125rem] text-ink-muted">{label}</p>
      <p className="flex items-baseline gap-2">
        {href ? (
          <Link href={href} className="underline-offset-4 hover:underline">
            {number}
          </Link>
        ) : (
          number
        )}
        {note ? <span className="text-[0.8125rem] text-ink-muted">{note}</span> : null}
      </p>
    </div>
  );
}
