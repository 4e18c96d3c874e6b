import { useLocale, useTranslations } from "next-intl";
import { minutesText } from "@/components/ui/date-text";
import type { ArithmeticLine } from "@/components/ui/callout";
import { formatFen, type Fen } from "@/lib/money/fen";
import type { Finding, LineCode } from "@/lib/offers/offer-finding";
import type { OfferField } from "@/lib/offers/offer-content-fields";
import type { Loss, LossParams } from "@/lib/offers/loss";
import { PLACEMENTS, type Placement } from "@/lib/offers/placement";
import type { OfferContent } from "@/lib/offers/schema";
import type { Funding } from "@/lib/quote/schema";
import { percentText, rateText } from "@/lib/rate-cards/parse-percent";

const PAYERS = ["consumer", "merchant", "platform"] as const;

const ADDED: ReadonlySet<LineCode> = new Set<LineCode>(["installment-fee", "upfront-fee", "add-ons"]);
const SIGNS: Partial<Record<LineCode, ArithmeticLine["sign"]>> = { "installment-fee": "+", "upfront-fee": "+", "add-ons": "+", "total-payments": "=", "cash-price": "−", "extra-cost": "=" };

/** Every part of an offer in the reader's words: one place, for lists, forms, differences and refusals. */
export function useOfferWords() {
  const t = useTranslations("offers");
  const common = useTranslations("common");
  const locale = useLocale();
  const separator = t("listSeparator");

  const money = (fen: number) => formatFen(fen as Fen);
  const ceiling = (ppm: number) => `${percentText(ppm, 4)}%`;
  /** A rate that exceeds `above`, so that the two never read alike. */
  const rate = (ppm: number, above?: number) => `${rateText(ppm, above)}%`;
  const share = (bps: number) => String(bps / 100);
  const placement = (one: Placement) => t(`placement.${one}`);
  const placements = (all: readonly Placement[]) => PLACEMENTS.filter((one) => all.includes(one)).map(placement).join(separator);
  const termList = (terms: readonly number[]) => [...terms].sort((a, b) => a - b).join(separator);
  const terms = (all: readonly number[]) => t("terms", { terms: termList(all) });

  function funding(shares: Funding): string {
    const paying = PAYERS.filter((payer) => shares[`${payer}Bps`] > 0);
    if (paying.length === 1) return t(`funding.${paying[0]!}`);
    return paying.map((payer) => t("funding.share", { payer: t(`funding.short.${payer}`), percent: share(shares[`${payer}Bps`]) })).join(separator);
  }

  function target(one: OfferContent["target"]): string {
    switch (one.kind) {
      case "all":
        return t("target.all");
      case "categories":
        return t("target.categories", { names: one.categories.join(separator) });
      case "tags":
        return t("target.tags", { names: one.tags.join(separator) });
      case "products":
        return t("target.products", { count: one.productIds.length });
    }
  }

  /** Approved words with their parameters as a person reads them. */
  const readable = (mainLine: string) => mainLine.replace("{term}", t("parameter.term")).replace("{perPeriod}", t("parameter.perPeriod")).replace("{apr}", t("parameter.apr"));

  /** One field of a content; `templateWords` gives the words behind a template's code. */
  function fieldValue(field: OfferField, content: OfferContent, templateWords: Readonly<Record<string, string>>): string {
    switch (field) {
      case "terms":
        return terms(content.terms);
      case "funding":
        return funding(content.funding);
      case "window":
        return `${minutesText(content.window.from)} – ${minutesText(content.window.to)}`;
      case "minAmountFen":
      case "maxAmountFen":
        return money(content[field]);
      case "budgetFen":
        return content.budgetFen === null ? t("noLimit") : money(content.budgetFen);
      case "warnAtBps":
        return `${share(content.warnAtBps)}%`;
      case "target":
        return target(content.target);
      case "placements":
        return placements(content.placements);
      case "templates":
        return PLACEMENTS.flatMap((one) => {
          const code = content.templates[one];
          return code === undefined || !content.placements.includes(one) ? [] : [`${placement(one)}${common("colon")}${readable(templateWords[code] ?? code)}`];
        }).join(separator);
      default:
        return String(content[field]);
    }
  }

  function values(params: Record<string, string | number>): Record<string, string | number> {
    const shown: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(params)) {
      if (typeof value === "number" && name.endsWith("Fen")) shown[name] = money(value);
      else if (typeof value === "number" && name === "aprPpm") shown[name] = rate(value, Number(params.ceilingPpm));
      else if (typeof value === "number" && name === "ceilingPpm") shown[name] = ceiling(value);
      else if (name === "placement") shown[name] = placement(PLACEMENTS.find((known) => known === value) ?? "LIVESTREAM");
      else if (name === "measure") shown[name] = common(`rateMethod.${value === "effective" ? "effective" : "nominal"}`);
      else if (name === "to") shown[name] = minutesText(String(value));
      else shown[name] = value;
    }
    return { ...shown, policy: (locale === "en" ? params.policyEn : params.policyZh) ?? "" };
  }

  const finding = ({ code, params }: Pick<Finding, "code" | "params">) => t(`finding.${code}`, values(params));
  const loss = (code: Loss, params: LossParams) => t(`loss.${code}`, values(params));

  /** The sum behind a finding; the last line of each, which it leads to, stands out. */
  function arithmetic({ lines, params }: Pick<Finding, "lines" | "params">): ArithmeticLine[] {
    // Where nothing is added to the installment price, it is the sum itself.
    const isSum = lines.some(({ code }) => ADDED.has(code));
    return lines.flatMap((line) => {
      if (line.code === "installment-price" && !isSum) return [];
      const label = line.code === "apr" ? common(`rateMethod.${params.measure === "effective" ? "effective" : "nominal"}`) : t(`line.${line.code}`);
      const value = "fen" in line ? money(line.fen) : line.code === "apr" ? rate(line.ppm, Number(params.ceilingPpm)) : ceiling(line.ppm);
      const sign = line.code === "total-payments" && !isSum ? undefined : SIGNS[line.code];
      return { label, value, sign, result: line.code === "extra-cost" || line.code === "ceiling" || line.code === "budget-left" };
    });
  }

  return { t, money, rate, ceiling, instant: minutesText, placement, placements, terms, termList, funding, target, fieldValue, readable, finding, loss, arithmetic, separator };
}
