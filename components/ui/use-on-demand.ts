"use client";
import { useTranslations } from "next-intl";
import { useState, type ComponentType } from "react";
import { toast } from "sonner";

/**
 * A part that is loaded when somebody reaches for it: most visits open no menu. `reach` goes on the closed trigger; once `Part` is
 * there, it takes the trigger's place, open. Where it cannot be loaded the trigger stays and a message says so.
 */
export function useOnDemand<Props>(load: () => Promise<ComponentType<Props>>) {
  const t = useTranslations("common");
  const [Part, setPart] = useState<ComponentType<Props> | null>(null);
  const open = () => load().then((part) => setPart(() => part), () => toast.error(t("notLoaded")));
  // Ahead of the click; a failure is told when it is clicked.
  const warm = () => void load().catch(() => undefined);
  return { Part, open, reach: { onClick: () => void open(), onPointerEnter: warm, onFocus: warm, "aria-expanded": false } as const };
}
