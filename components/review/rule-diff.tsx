import { Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import type { Words } from "@/lib/copy-check/rule-set";
import type { BasisDiff, ListDiff, RemovedRule, RuleDiff, RuleSetDiff, WordListDiff } from "@/lib/review/diff-rule-set";
import { LevelBadge } from "./level-badge";
import { useReaderWords } from "./use-reader-words";
import { useWordListName } from "./use-word-list-name";
import { WordDiff } from "./word-diff";

const LINES_SHOWN_MAX = 100;

/** What would be different: rule by rule, then the legal bases. */
export function RuleSetDiffView({ diff }: { diff: RuleSetDiff }) {
  const t = useTranslations("copyRules.diff");
  if (diff.rules.length + diff.removed.length + diff.lists.length + diff.bases.length === 0) return <p className="text-ink-muted">{t("nothing")}</p>;
  return (
    <div className="flex flex-col gap-5">
      {diff.rules.map((rule) => (
        <RuleDiffView key={rule.ruleId} rule={rule} />
      ))}
      {diff.removed.map((rule) => (
        <RemovedRuleView key={rule.ruleId} rule={rule} />
      ))}
      {diff.lists.map((list) => (
        <WordListDiffView key={list.list.id} diff={list} />
      ))}
      {diff.bases.map((basis) => (
        <BasisDiffView key={basis.id} basis={basis} />
      ))}
    </div>
  );
}

function RuleDiffView({ rule }: { rule: RuleDiff }) {
  const t = useTranslations("copyRules.diff");
  const copy = useTranslations("copy");
  const { level, reason, suggestion } = rule;
  return (
    <section aria-label={rule.ruleId}>
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">
        {copy(`categories.${rule.category}`)}
        <span className="font-mono text-[0.8125rem] font-normal text-ink-muted">{rule.ruleId}</span>
        {rule.isNew ? <Badge tone="success">{t("newRule")}</Badge> : null}
      </h3>
      <DescriptionList
        items={[
          ...(level ? [{ term: t("level"), value: <Change before={level.before && <LevelBadge level={level.before} />} after={<LevelBadge level={level.after} />} /> }] : []),
          ...(isEmpty(rule.patterns) ? [] : [{ term: t("patterns"), value: <Lines diff={rule.patterns} /> }]),
          ...(isEmpty(rule.except) ? [] : [{ term: t("except"), value: <Lines diff={rule.except} /> }]),
          ...(reason ? [{ term: t("reason"), value: <WordsChange {...reason} /> }] : []),
          ...(suggestion ? [{ term: t("suggestion"), value: <WordsChange {...suggestion} /> }] : []),
          ...(isEmpty(rule.bases) ? [] : [{ term: t("bases"), value: <Lines diff={rule.bases} /> }]),
        ]}
      />
    </section>
  );
}

function RemovedRuleView({ rule: { ruleId, category, reason } }: { rule: RemovedRule }) {
  const t = useTranslations("copyRules.diff");
  const copy = useTranslations("copy");
  const words = useReaderWords();
  return (
    <section aria-label={ruleId}>
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">
        {copy(`categories.${category}`)}
        <span className="font-mono text-[0.8125rem] font-normal text-ink-muted">{ruleId}</span>
        <Badge tone="danger">{t("removedRule")}</Badge>
      </h3>
      <p className="text-ink-muted">{words(reason)}</p>
    </section>
  );
}

function WordListDiffView({ diff: { list, patterns, except } }: { diff: WordListDiff }) {
  const t = useTranslations("copyRules.diff");
  const nameOf = useWordListName();
  return (
    <section aria-label={nameOf(list)}>
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">
        {t("wordList")}
        <span className="font-normal text-ink-muted">{nameOf(list)}</span>
      </h3>
      <DescriptionList
        items={[
          ...(isEmpty(patterns) ? [] : [{ term: t("patterns"), value: <Lines diff={patterns} /> }]),
          ...(isEmpty(except) ? [] : [{ term: t("except"), value: <Lines diff={except} /> }]),
        ]}
      />
    </section>
  );
}

function BasisDiffView({ basis: { id, before, after } }: { basis: BasisDiff }) {
  const t = useTranslations("copyRules");
  const copy = useTranslations("copy");
  const plain = { article: t("bases.article"), source: t("bases.source"), effectiveFrom: t("bases.effectiveFrom") };
  return (
    <section aria-label={id}>
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">
        {t("diff.basis")}
        <span className="font-mono text-[0.8125rem] font-normal text-ink-muted">{id}</span>
        {before ? null : <Badge tone="success">{t("diff.newBasis")}</Badge>}
      </h3>
      <DescriptionList
        items={[
          ...(["article", "source", "effectiveFrom"] as const).flatMap((field) =>
            before?.[field] === after[field] || (!before && !after[field]) ? [] : [{ term: plain[field], value: <Change before={before && (before[field] || t("diff.empty"))} after={after[field] || t("diff.empty")} /> }],
          ),
          ...(before?.certainty === after.certainty ? [] : [{ term: t("bases.certainty"), value: <Change before={before && copy(`certainties.${before.certainty}`)} after={copy(`certainties.${after.certainty}`)} /> }]),
          ...(before?.title.zh === after.title.zh && before.title.en === after.title.en ? [] : [{ term: t("bases.law"), value: <WordsChange before={before?.title ?? null} after={after.title} /> }]),
        ]}
      />
    </section>
  );
}

const isEmpty = ({ added, removed }: ListDiff) => added.length + removed.length === 0;

function Change({ before, after }: { before: ReactNode; after: ReactNode }) {
  const t = useTranslations("copyRules.diff");
  return (
    <span className="flex flex-wrap items-center gap-2">
      {before ? (
        <>
          <span className="text-ink-muted">{before}</span>
          <span aria-label={t("becomes")}>→</span>
        </>
      ) : null}
      <span className="font-medium">{after}</span>
    </span>
  );
}

function WordsChange({ before, after }: { before: Words | null; after: Words }) {
  return (
    <>
      <WordDiff before={before?.zh ?? ""} after={after.zh} />
      <WordDiff before={before?.en ?? ""} after={after.en} />
    </>
  );
}

function Lines({ diff: { added, removed } }: { diff: ListDiff }) {
  const t = useTranslations("copyRules.diff");
  const lines = [...removed.map((text) => ({ text, isAdded: false })), ...added.map((text) => ({ text, isAdded: true }))];
  return (
    <ul lang="zh-CN" className="flex flex-col gap-1 font-mono text-[0.8125rem]">
      {lines.slice(0, LINES_SHOWN_MAX).map(({ text, isAdded }) => (
        <li key={`${isAdded} ${text}`} className={isAdded ? "flex gap-1.5 rounded-xs bg-success-soft px-1.5 text-success-text" : "flex gap-1.5 rounded-xs bg-danger-soft px-1.5 text-danger-text"}>
          {isAdded ? <Plus aria-label={t("added")} className="mt-1 size-3 shrink-0" /> : <Minus aria-label={t("removed")} className="mt-1 size-3 shrink-0" />}
          <span className="min-w-0 break-all">{text}</span>
        </li>
      ))}
      {lines.length > LINES_SHOWN_MAX ? <li className="font-sans text-ink-muted">{t("more", { count: lines.length - LINES_SHOWN_MAX })}</li> : null}
    </ul>
  );
}
