import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";

/** Stands wherever a sample card's figures do. */
export function SampleNotice({ source }: { source?: string }) {
  const t = useTranslations("rateCards");
  return (
    <Callout tone="warning" title={t("sample.title")}>
      {t("sample.text")}
      {source ? (
        <p className="mt-1" lang="zh-CN">
          {source}
        </p>
      ) : null}
    </Callout>
  );
}
