import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { CalendarDateText, InstantText } from "@/components/ui/date-text";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { RulesProposal } from "@/lib/review/rule-book";

const TONES: Record<RulesProposal["state"], Tone> = { open: "accent", approved: "success", refused: "neutral" };

export function ProposalStateBadge({ state }: { state: RulesProposal["state"] }) {
  const t = useTranslations("copyRules.proposals.states");
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}

function ChangeCounts({ diff }: { diff: RulesProposal["diff"] }) {
  const t = useTranslations("copyRules");
  const counts = { rules: diff.rules.length + diff.removed.length, lists: diff.lists.length, bases: diff.bases.length };
  const named = (["rules", "lists", "bases"] as const).filter((kind) => counts[kind] > 0);
  return named.map((kind) => t(`proposals.counts.${kind}`, { count: counts[kind] })).join(t("draft.separator"));
}

export function RulesProposalList({ label, rows }: { label: string; rows: readonly RulesProposal[] }) {
  const t = useTranslations("copyRules.proposals");
  return (
    <TableScroll label={label}>
      <Table>
        <TableHead>
          <TableRow>
            <TableHeader>{t("what")}</TableHeader>
            <TableHeader>{t("changes")}</TableHeader>
            <TableHeader>{t("from")}</TableHeader>
            <TableHeader>{t("proposedBy")}</TableHeader>
            <TableHeader>{t("state")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.id}>
              <TableCell className="min-w-60 break-words">
                <Link href={`/platform/copy-rules/proposals/${row.id}`} className="font-medium text-accent-text underline-offset-2 hover:underline">
                  {row.note}
                </Link>
                {row.reason ? <p className="text-[0.8125rem] text-ink-muted">{t("because", { reason: row.reason })}</p> : null}
              </TableCell>
              <TableCell className="whitespace-nowrap">
                <ChangeCounts diff={row.diff} />
              </TableCell>
              <TableCell>
                <CalendarDateText date={row.fromDate} />
              </TableCell>
              <TableCell>
                {row.proposedName} <InstantText at={row.proposedAt} />
              </TableCell>
              <TableCell>
                <ProposalStateBadge state={row.state} /> {row.isOvertaken ? <Badge tone="warning">{t("overtakenShort")}</Badge> : null}
                {row.decidedName && row.decidedAt ? (
                  <p className="text-[0.8125rem] text-ink-muted">
                    {row.decidedName} <InstantText at={row.decidedAt} />
                  </p>
                ) : null}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableScroll>
  );
}
