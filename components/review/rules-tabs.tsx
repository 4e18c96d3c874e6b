import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

const TABS = { rules: "/platform/copy-rules", words: "/platform/copy-rules/words", bases: "/platform/copy-rules/bases", changes: "/platform/copy-rules/changes", proposals: "/platform/copy-rules/proposals", versions: "/platform/copy-rules/versions" } as const;
export type RulesTab = keyof typeof TABS;

export function RulesTabs({ current, mayPropose }: { current: RulesTab; mayPropose: boolean }) {
  const t = useTranslations("copyRules.tabs");
  const shown = (Object.keys(TABS) as RulesTab[]).filter((tab) => tab !== "changes" || mayPropose);
  return (
    <nav aria-label={t("label")} className="mb-4 flex flex-wrap gap-2 border-b border-line pb-2">
      {shown.map((tab) => (
        <Button key={tab} size="sm" variant={tab === current ? "secondary" : "ghost"} asChild>
          <Link href={TABS[tab]} aria-current={tab === current ? "page" : undefined}>
            {t(tab)}
          </Link>
        </Button>
      ))}
    </nav>
  );
}
