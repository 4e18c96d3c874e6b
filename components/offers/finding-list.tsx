import { Arithmetic, Callout, type ArithmeticLine } from "@/components/ui/callout";
import type { Finding } from "@/lib/offers/offer-finding";
import { useOfferWords } from "./use-offer-words";

/** What refuses an offer, or what to know before it is published, each with the sum behind it. */
export function FindingList({ findings, tone }: { findings: readonly Finding[]; tone: "refusal" | "warning" }) {
  const { t, finding, arithmetic } = useOfferWords();
  if (findings.length === 0) return null;
  return (
    <Callout tone={tone} title={t(tone === "refusal" ? "finding.refusals" : "finding.warnings")}>
      <ul className="flex flex-col gap-2">
        {findings.map((one, index) => (
          <li key={`${one.code} ${index}`}>
            <p>{finding(one)}</p>
            {one.lines.length === 0 ? null : tone === "refusal" ? <Arithmetic lines={arithmetic(one)} /> : <SumInALine lines={arithmetic(one)} />}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function SumInALine({ lines }: { lines: readonly ArithmeticLine[] }) {
  return (
    <p className="tabular text-ink-muted">
      {lines.map(({ label, value, sign }, index) => (
        <span key={index} className="inline-block whitespace-nowrap">
          {index === 0 ? null : <span className="mx-1.5">{sign ?? "·"}</span>}
          {label} {value}
        </span>
      ))}
    </p>
  );
}
