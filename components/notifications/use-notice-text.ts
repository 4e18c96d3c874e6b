import { useTranslations } from "next-intl";
import { LABEL_REASONS } from "@/lib/labels/label-reason";
import { TOLD_DOWN_REASONS } from "@/lib/review/down-reason";
import type { NotificationRow } from "@/lib/notifications/queries";

/** The sentence below a notification's title; of labels that fell it says why. */
export function useNoticeText(): (row: Pick<NotificationRow, "kind" | "params" | "reasons">) => string {
  const t = useTranslations("notifications");
  const labels = useTranslations("labels");
  return ({ kind, params, reasons }) => {
    const told = reasons.flatMap(({ reason, count }) => {
      const known = LABEL_REASONS.find((code) => code === reason);
      return known ? [t("fellReason", { reason: labels(`reasons.${known}`), count })] : [];
    });
    if (kind === "copy-came-down") {
      const known = TOLD_DOWN_REASONS.find((reason) => reason === params.reason) ?? "numbers-changed";
      return t(`kinds.${kind}.text`, { why: t(`cameDown.${known}`) });
    }
    return told.length > 0 ? t("fellBecause", { reasons: told.join(t("fellSeparator")) }) : t(`kinds.${kind}.text`, params);
  };
}
