import { useTranslations } from "next-intl";
import { Arithmetic } from "@/components/ui/callout";
import { Money } from "@/components/ui/money";
import type { CeilingArithmetic } from "@/lib/rate-cards/check-rate-card";
import { percentText, rateText } from "@/lib/rate-cards/parse-percent";

/** The sum behind "above the ceiling". */
export function CeilingLines({ arithmetic }: { arithmetic: CeilingArithmetic }) {
  const t = useTranslations("rateCards");
  const common = useTranslations("common");
  const method = common(`rateMethod.${arithmetic.measure}`);
  return (
    <Arithmetic
      lines={[
        { label: t("arithmetic.financed"), value: <Money fen={arithmetic.amountFen} /> },
        { sign: "+", label: t("arithmetic.fee", { percent: percentText(arithmetic.feeBps, 2) }), value: <Money fen={arithmetic.feeFen} /> },
        { sign: "=", label: t("arithmetic.total", { term: arithmetic.term }), value: <Money fen={arithmetic.totalPaymentsFen} /> },
        { label: t("arithmetic.perPeriod"), value: <Money fen={arithmetic.perPeriodFen} /> },
        { label: t("arithmetic.apr", { method, date: arithmetic.orderDate }), value: `${rateText(arithmetic.aprPpm, arithmetic.ceilingPpm)}%` },
        { label: t("arithmetic.ceiling", { method }), value: `${percentText(arithmetic.ceilingPpm, 4)}%`, result: true },
      ]}
    />
  );
}
