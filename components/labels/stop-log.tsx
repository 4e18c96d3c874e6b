import { useTranslations } from "next-intl";
import { InstantText } from "@/components/ui/date-text";
import type { LabelStopRow } from "@/lib/labels/queries";

export function StopLog({ rows }: { rows: readonly LabelStopRow[] }) {
  const t = useTranslations("labels.stop");
  if (rows.length === 0) return <p className="text-ink-muted">{t("logEmpty")}</p>;
  return (
    <ul className="flex flex-col gap-1.5">
      {rows.map(({ id, kind, at, by, reason }) => (
        <li key={id} className="flex flex-wrap gap-x-3 text-[0.8125rem]">
          <span className="text-ink-muted">
            <InstantText at={at} />
          </span>
          <span className="font-medium">{t(`kinds.${kind}`)}</span>
          <span>{by}</span>
          <span className="text-ink-muted">{reason}</span>
        </li>
      ))}
    </ul>
  );
}
