"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { useUrlParams } from "@/components/ui/use-url-params";
import type { AuditGroup } from "@/lib/audit/audit-groups";

const EVERY = "every";
const CURSOR_PARAMS = ["older", "newer"];

export interface AuditFiltersProps {
  groups: readonly AuditGroup[];
  /** What else narrows the list, in words, by its name in the address. */
  narrowed: readonly { param: "actor" | "subject" | "shop"; text: string }[];
}

/** The kind of deed is chosen here; who, what and where by pressing them in the list. All of it stands in the address. */
export function AuditFilters({ groups, narrowed }: AuditFiltersProps) {
  const t = useTranslations("audit");
  const { params, set, isPending } = useUrlParams(CURSOR_PARAMS);
  return (
    <search aria-label={t("filter.label")} aria-busy={isPending || undefined} className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3">
      <div className="w-full sm:w-48">
        <Select
          aria-label={t("filter.group")}
          value={groups.find((group) => group === params.get("group")) ?? EVERY}
          onValueChange={(group) => set({ group: group === EVERY ? null : group })}
          options={[{ value: EVERY, label: t("filter.every") }, ...groups.map((group) => ({ value: group, label: t(`groups.${group}`) }))]}
        />
      </div>
      {narrowed.map(({ param, text }) => (
        <Button key={param} size="sm" onClick={() => set({ [param]: null })} aria-label={t("filter.remove", { text })} className="max-w-full">
          <span className="truncate">{text}</span>
          <X aria-hidden />
        </Button>
      ))}
    </search>
  );
}
