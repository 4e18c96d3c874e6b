import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { InstantText } from "@/components/ui/date-text";
import { Pager } from "@/components/ui/pager";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { Member } from "@/lib/shops/list-members";

export function MemberList({ members, firstHref, nextHref }: { members: readonly Member[]; firstHref: string | null; nextHref: string | null }) {
  const t = useTranslations("settings.members");
  const roles = useTranslations("auth.roles");
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      <TableScroll label={t("title")}>
        <Table aria-label={t("title")}>
          <TableHead>
            <tr>
              <TableHeader>{t("name")}</TableHeader>
              <TableHeader>{t("role")}</TableHeader>
              <TableHeader>{t("email")}</TableHeader>
              <TableHeader>{t("since")}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {members.map((member) => (
              <TableRow key={`${member.userId} ${member.role}`}>
                <TableCell className="font-medium whitespace-nowrap">{member.name}</TableCell>
                <TableCell>
                  <Badge>{roles(member.role)}</Badge>
                </TableCell>
                <TableCell className="text-ink-muted">{member.email}</TableCell>
                <TableCell className="text-ink-muted">
                  <InstantText at={member.since} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableScroll>
      {firstHref || nextHref ? (
        <div className="border-t border-line">
          <Pager previousHref={firstHref} nextHref={nextHref} />
        </div>
      ) : null}
    </div>
  );
}
