import { History, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import type { AuditGroup } from "@/lib/audit/audit-groups";
import type { AuditPage } from "@/lib/audit/list-audit";
import type { ListAuditInput } from "@/lib/audit/schema";
import { AuditFilters, type AuditFiltersProps } from "./audit-filters";
import { AuditList, type AuditListProps } from "./audit-list";

export interface AuditLogProps extends Pick<AuditListProps, "reader" | "here" | "showsShop"> {
  page: AuditPage;
  filters: ListAuditInput;
  groups: readonly AuditGroup[];
}

export function AuditLog({ page: { rows, newer, older }, filters, groups, ...list }: AuditLogProps) {
  const t = useTranslations("audit");
  const { older: isBelow, newer: isAbove, ...kept } = filters;
  const isNarrowed = Object.values(kept).some((value) => value !== undefined) || isBelow !== undefined || isAbove !== undefined;
  const address = (cursor: Record<string, string>) => `${list.here}?${new URLSearchParams({ ...withoutUndefined(kept), ...cursor })}`;
  return (
    <Card flush>
      {rows.length > 0 || isNarrowed ? <AuditFilters groups={groups} narrowed={narrowedBy(kept, rows, t)} /> : null}
      {rows.length > 0 ? (
        <AuditList rows={rows} {...list} />
      ) : isNarrowed ? (
        <EmptyState
          icon={SearchX}
          title={t("noMatchTitle")}
          description={t("noMatchText")}
          actions={
            <Button asChild>
              <Link href={list.here}>{t("filter.clear")}</Link>
            </Button>
          }
        />
      ) : (
        <EmptyState icon={History} title={t("emptyTitle")} description={t("emptyText")} />
      )}
      {newer || older ? (
        <div className="border-t border-line">
          <Pager previousHref={newer ? address({ newer }) : null} nextHref={older ? address({ older }) : null} />
        </div>
      ) : null}
    </Card>
  );
}

function narrowedBy({ actor, subject, shop }: ListAuditInput, rows: AuditPage["rows"], t: ReturnType<typeof useTranslations<"audit">>): AuditFiltersProps["narrowed"] {
  const about = rows.find((row) => `${row.subject.kind}:${row.subject.id}` === subject)?.subject;
  return [
    ...(actor ? [{ param: "actor" as const, text: t("narrowed.actor", { name: rows.find((row) => row.actor.id === actor)?.actor.name ?? actor }) }] : []),
    ...(subject ? [{ param: "subject" as const, text: t("narrowed.subject", { name: about?.name ?? about?.nameThen ?? subject.slice(subject.indexOf(":") + 1) }) }] : []),
    ...(shop ? [{ param: "shop" as const, text: t("narrowed.shop", { shop }) }] : []),
  ];
}

const withoutUndefined = (filters: ListAuditInput): Record<string, string> => Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
