import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { BrandMark } from "./brand-mark";

const FACTS = ["cost", "refusal", "proof"] as const;

export function WelcomePanel() {
  const t = useTranslations("auth");
  const common = useTranslations("common");
  return (
    <aside aria-label={common("productName")} className="flex flex-col border-b border-line bg-canvas px-5 pt-5 pb-4 lg:border-r lg:border-b-0 lg:px-12 lg:py-10">
      <p className="flex items-center gap-2.5 text-base font-semibold tracking-tight">
        <BrandMark className="size-8" />
        {common("productName")}
      </p>
      <div className="hidden max-w-md flex-1 flex-col justify-center lg:flex">
        <p className="text-3xl leading-snug font-semibold tracking-tight whitespace-pre-line">{t("promise")}</p>
        <ul className="mt-8 flex flex-col gap-4">
          {FACTS.map((fact) => (
            <li key={fact} className="flex gap-3">
              <span aria-hidden className="mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent-text">
                <Check className="size-3.5" />
              </span>
              <span className="text-ink-muted">{t(`facts.${fact}`)}</span>
            </li>
          ))}
        </ul>
      </div>
      <p className="hidden text-[0.8125rem] text-ink-faint lg:block">{t("audience")}</p>
    </aside>
  );
}
