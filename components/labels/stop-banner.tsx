import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import type { LabelStopRow } from "@/lib/labels/queries";
import type { ActionResult } from "@/components/ui/refusal";
import { LiftStopButton } from "./stop-labels-button";

/** Says who stopped the labels, when and why, and lets those lift the stop who may. */
export function StopBanner({ stop, lift }: { stop: LabelStopRow; lift: ((input: { reason: string }) => Promise<ActionResult<unknown>>) | null }) {
  const t = useTranslations("labels.stop");
  return (
    <Callout tone="refusal" title={t("banner")} className="mb-4" actions={lift ? <LiftStopButton lift={lift} /> : null}>
      <p>{t("bannerText", { by: stop.by, at: SHANGHAI.format(new Date(stop.at)), reason: stop.reason })}</p>
      {lift ? null : <p>{t("noPermission")}</p>}
    </Callout>
  );
}

const SHANGHAI = new Intl.DateTimeFormat("sv-SE", { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", timeZone: "Asia/Shanghai" });
