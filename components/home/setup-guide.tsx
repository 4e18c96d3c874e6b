import { ArrowRight, Check } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";

const STEPS = ["import", "offer", "live"] as const;

export interface SetupGuideProps {
  current: (typeof STEPS)[number];
  mayGoOn: boolean;
  hrefs: Record<(typeof STEPS)[number], string>;
  /** another way to begin, beside the main one */
  byHandHref: string;
}

/** The way from an empty shop to a live label, with the one thing to do now. */
export function SetupGuide({ current, mayGoOn, hrefs, byHandHref }: SetupGuideProps) {
  const t = useTranslations("home.setup");
  const at = STEPS.indexOf(current);
  return (
    <Card title={t("title")} description={t("description")}>
      <ol className="grid gap-3 md:grid-cols-3">
        {STEPS.map((step, index) => (
          <li
            key={step}
            aria-current={index === at ? "step" : undefined}
            className={cn("flex flex-col rounded-md border p-4", index === at ? "border-accent bg-accent-soft" : "border-line")}
          >
            <span
              aria-hidden
              className={cn(
                "tabular flex size-6 items-center justify-center rounded-full border text-xs font-semibold",
                index < at && "border-success-line bg-success-soft text-success-text",
                index === at && "border-accent bg-accent text-accent-ink",
                index > at && "border-line-strong text-ink-muted",
              )}
            >
              {index < at ? <Check className="size-3.5" /> : index + 1}
            </span>
            <h3 className="mt-2 font-semibold">
              {t(`${step}.title`)}
              {index < at ? <span className="sr-only"> {t("done")}</span> : null}
            </h3>
            <p className="mt-1 mb-3 text-[0.8125rem] text-ink-muted">{t(`${step}.text`)}</p>
            {index === at ? (
              <div className="mt-auto flex flex-wrap items-center gap-2">
                {mayGoOn ? (
                  <Button asChild variant="primary">
                    <Link href={hrefs[step]}>
                      {t(`${step}.action`)}
                      <ArrowRight aria-hidden />
                    </Link>
                  </Button>
                ) : (
                  <p className="text-[0.8125rem]">{t("askOwner")}</p>
                )}
                {step === "import" && mayGoOn ? (
                  <Button asChild variant="ghost">
                    <Link href={byHandHref}>{t("import.byHand")}</Link>
                  </Button>
                ) : null}
              </div>
            ) : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
