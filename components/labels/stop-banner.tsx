import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { minutesText } from "@/components/ui/date-text";
import type { LabelStopRow } from "@/lib/labels/queries";
import type { ActionResult } from "@/components/ui/refusal";
import { LiftStopButton } from "./stop-labels-button";

/** Says who stopped the labels, when and why, and lets those lift the stop who may. */
export function StopBanner({ stop, lift }: { stop: LabelStopRow; lift: ((input: { reason: string }) => Promise<ActionResult<unknown>>) | null }) {
  const t = useTranslations("labels.stop");
  return (
    <Callout tone="refusal" title={t("banner")} className="mb-4" actions={lift ? <LiftStopButton lift={lift} /> : null}>
      <p>{t("bannerText", { by: stop.by, at: minutesText(stop.at), reason: stop.reason })}</p>
      {lift ? null : <p>{t("noPermission")}</p>}
    </Callout>
  );
}
