import { DescriptionList } from "@/components/ui/description-list";
import { OFFER_FIELDS } from "@/lib/offers/offer-content-fields";
import type { OfferContent } from "@/lib/offers/schema";
import { useOfferWords } from "./use-offer-words";

const SHOWN = OFFER_FIELDS.filter((field) => field !== "name" && field !== "channel");

/** An offer's terms in words. */
export function OfferFacts({ content, templateWords }: { content: OfferContent; templateWords: Readonly<Record<string, string>> }) {
  const { t, instant, fieldValue } = useOfferWords();
  const window = (
    <span className="tabular">
      <span className="whitespace-nowrap">{instant(content.window.from)}</span> – <span className="whitespace-nowrap">{instant(content.window.to)}</span>
    </span>
  );
  return <DescriptionList columns={2} items={SHOWN.map((field) => ({ term: t(`field.${field}`), value: field === "window" ? window : <span className="tabular break-words">{fieldValue(field, content, templateWords)}</span> }))} />;
}
