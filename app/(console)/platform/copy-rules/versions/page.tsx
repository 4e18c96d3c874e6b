import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPlatform, orNotFound } from "@/app/gates";
import { RulesTabs } from "@/components/review/rules-tabs";
import { Badge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { PageHeader } from "@/components/ui/page-header";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import { can } from "@/lib/access/require-permission";
import { listRulesVersions, type RulesVersion } from "@/lib/review/rule-book";

const TONES: Record<RulesVersion["state"], Tone> = { coming: "accent", "in-force": "success", past: "neutral" };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("copyRules"))("versions.title") };
}

export default async function RuleVersionsPage() {
  const ctx = await openPlatform();
  const versions = await orNotFound(listRulesVersions(ctx));
  const t = await getTranslations("copyRules");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <RulesTabs current="versions" mayPropose={can(ctx, "copy-rules:propose")} />
      <Card title={t("versions.title")} description={t("versions.description")} flush>
        <TableScroll label={t("versions.title")}>
          <Table>
            <TableHead>
              <TableRow>
                <TableHeader>{t("versions.version")}</TableHeader>
                <TableHeader>{t("versions.from")}</TableHeader>
                <TableHeader>{t("versions.note")}</TableHeader>
                <TableHeader>{t("versions.people")}</TableHeader>
                <TableHeader>{t("versions.fingerprint")}</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {versions.map((row) => (
                <TableRow key={row.number}>
                  <TableCell className="whitespace-nowrap">
                    {row.number === 0 ? t("builtIn") : t("number", { number: row.number })} <Badge tone={TONES[row.state]}>{t(`versions.states.${row.state}`)}</Badge>
                  </TableCell>
                  <TableCell>
                    <InstantText at={row.effectiveFrom} />
                  </TableCell>
                  <TableCell className="min-w-60 break-words">{row.note || t("versions.withProgram")}</TableCell>
                  <TableCell>{row.proposedName && row.approvedName ? t("versions.byTwo", { proposed: row.proposedName, approved: row.approvedName }) : "—"}</TableCell>
                  <TableCell className="font-mono text-xs break-all">{row.sha256.slice(0, 16)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableScroll>
      </Card>
    </>
  );
}
