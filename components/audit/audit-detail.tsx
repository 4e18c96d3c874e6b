import { useTranslations } from "next-intl";
import { auditFacts } from "@/lib/audit/audit-facts";
import type { AuditRow } from "@/lib/audit/list-audit";
import { useFactWords } from "./use-fact-words";

/** More than this is read better as it was written. */
const FACTS_MAX = 80;

/** What a deed changed or said, and the request it came with. */
export function AuditDetail({ row }: { row: AuditRow }) {
  const { t, name, value } = useFactWords();
  const facts = auditFacts(row.detail);
  return (
    <div className="text-[0.8125rem]">
      {facts.length === 0 ? <p className="text-ink-muted">{t("noFacts")}</p> : null}
      {facts.length > FACTS_MAX ? (
        <Written detail={row.detail} />
      ) : (
        <dl className="grid gap-x-8 lg:grid-cols-2">
          {facts.map((fact) => (
            <div key={JSON.stringify(fact.path)} className="grid grid-cols-[minmax(7rem,2fr)_3fr] gap-3 py-1">
              <dt className="break-words text-ink-muted">{name(fact)}</dt>
              <dd className="tabular min-w-0 break-words">
                {fact.isChange ? (
                  <>
                    <del className="text-ink-muted">
                      <span className="sr-only">{t("before")}</span>
                      {value(fact, fact.before)}
                    </del>
                    <span aria-hidden> → </span>
                    <ins className="font-medium no-underline">
                      <span className="sr-only">{t("after")}</span>
                      {value(fact, fact.after)}
                    </ins>
                  </>
                ) : (
                  value(fact, fact.after)
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="mt-2 border-t border-line pt-2 break-all text-ink-muted">
        {t("requestId")} <span className="font-mono">{row.requestId ?? t("noRequest")}</span>
      </p>
    </div>
  );
}

function Written({ detail }: { detail: AuditRow["detail"] }) {
  const t = useTranslations("audit");
  return (
    <pre role="region" aria-label={t("details")} tabIndex={0} className="max-h-96 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs">
      {JSON.stringify(detail, null, 2)}
    </pre>
  );
}
