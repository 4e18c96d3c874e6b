import { LabelBadge } from "@/components/labels/label-badge";
import type { TermReport } from "@/lib/offers/term-report";
import type { Placement } from "@/lib/offers/placement";
import { useOfferWords } from "./use-offer-words";

/** The words that the example product would show at each chosen placement: those of its lowest nominal rate, then of the longer term. */
export function LabelLines({ placements, terms }: { placements: readonly Placement[]; terms: readonly TermReport[] }) {
  const { t, placement } = useOfferWords();
  const ranked = terms.flatMap(({ term, example }) => (example.ok ? [{ term, example }] : [])).sort((a, b) => a.example.quote.nominalApr.ppm - b.example.quote.nominalApr.ppm || b.term - a.term);
  return (
    <ul className="grid grid-cols-[repeat(auto-fit,minmax(13rem,1fr))] gap-2.5">
      {placements.map((one) => {
        const words = ranked.flatMap(({ example }) => example.words.filter((label) => label.placement === one))[0] ?? null;
        return (
          <li key={one}>
            <p className="mb-1 text-[0.8125rem] text-ink-muted">{placement(one)}</p>
            <LabelBadge words={words} instead={t("preview.noLabel")} className={words ? undefined : "bg-sunken"} />
          </li>
        );
      })}
    </ul>
  );
}
