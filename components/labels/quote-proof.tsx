import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

const COMMAND = "npm run -s yuefu -- verify < quote.jsonl";

/** The fingerprint of the quote, and how anybody recomputes it. */
export function QuoteProof({ fingerprint, engineVersion, document }: { fingerprint: string; engineVersion: string; document: string }) {
  const t = useTranslations("store.sheet");
  return (
    <Card title={t("verify")}>
      <p className="text-[0.8125rem] text-ink-muted">{t("fingerprint")}</p>
      <p className="font-mono text-xs break-all">{fingerprint}</p>
      <p className="mt-1 text-[0.8125rem] text-ink-muted">{t("engine", { version: engineVersion })}</p>
      <p className="mt-3 text-[0.8125rem]">{t("verifyText")}</p>
      <pre className="mt-1 overflow-x-auto rounded-md bg-sunken p-2 text-xs" tabIndex={0}>
        {COMMAND}
      </pre>
      <Button asChild className="mt-3">
        <a download="quote.jsonl" href={`data:application/jsonl;charset=utf-8,${encodeURIComponent(document)}`}>
          <Download aria-hidden />
          {t("download")}
        </a>
      </Button>
    </Card>
  );
}
