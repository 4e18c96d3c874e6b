"use client";
import { useTranslations } from "next-intl";
import { Toaster as SonnerToaster } from "sonner";

const ABOVE_THE_BAR_PX = 72;

/** Mounted once in the root layout; call `toast` of sonner anywhere. */
export function Toaster() {
  const t = useTranslations("common");
  return (
    <SonnerToaster
      position="bottom-right"
      mobileOffset={{ bottom: ABOVE_THE_BAR_PX }}
      containerAriaLabel={t("toasts")}
      toastOptions={{
        closeButtonAriaLabel: t("close"),
        classNames: {
          toast: "!rounded-md !border !border-line !bg-raised !text-ink !shadow-popover",
          description: "!text-ink-muted",
          success: "[&_[data-icon]]:!text-success-text",
          error: "[&_[data-icon]]:!text-danger-text",
          warning: "[&_[data-icon]]:!text-warning-text",
        },
      }}
    />
  );
}
