import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { Stat, StatGroup } from "@/components/ui/stat";
import type { Trial, TrialExample } from "@/lib/review/trial";

const STATES = ["approved", "changes-asked", "rejected", "live"] as const;

/** What a change would do: to the decisions of the past, and to what is live. */
export function TrialView({ trial: { past, live } }: { trial: Trial }) {
  const t = useTranslations("copyRules.trial");
  const isCut = past.looked < past.of || live.looked < live.of;
  return (
    <div className="flex flex-col gap-4" role="status">
      <StatGroup>
        <Stat label={t("gained")} value={past.gained.texts} note={t("approvedOf", { count: past.gained.approved })} />
        <Stat label={t("lost")} value={past.lost.texts} note={t("approvedOf", { count: past.lost.approved })} />
        <Stat label={t("falling")} value={live.falling} note={t("inShops", { shops: live.shops })} />
        <Stat label={t("looked")} value={t("lookedOf", { looked: past.looked, of: past.of })} note={t("lookedLive", { looked: live.looked, of: live.of })} />
      </StatGroup>
      {isCut ? <Callout tone="warning" title={t("cut")} /> : null}
      <Examples title={t("fallingTitle")} examples={live.examples} of={live.falling} />
      <Examples title={t("gainedTitle")} examples={past.gained.examples} of={past.gained.texts} />
      <Examples title={t("lostTitle")} examples={past.lost.examples} of={past.lost.texts} />
    </div>
  );
}

function Examples({ title, examples, of }: { title: string; examples: readonly TrialExample[]; of: number }) {
  const t = useTranslations("copyRules.trial");
  const copy = useTranslations("copy");
  if (examples.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="font-semibold">{title}</h3>
      {of > examples.length ? <p className="text-[0.8125rem] text-ink-muted">{t("shown", { shown: examples.length, of })}</p> : null}
      <ul className="mt-1 divide-y divide-line">
        {examples.map((example) => {
          const state = STATES.find((known) => known === example.state) ?? "approved";
          return (
            <li key={example.id} className="py-2">
              <p lang="zh-CN" className="break-words">
                {example.before}
                <mark className="rounded-xs bg-warning-soft text-ink">{example.words}</mark>
                {example.after}
              </p>
              <p className="text-[0.8125rem] text-ink-muted">
                {copy(`categories.${example.category}`)} · <span className="font-mono">{example.ruleId}</span> · {example.shopName} · {t(`states.${state}`)}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
