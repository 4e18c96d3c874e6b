import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function PlatformRateCardsLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of={["rateCards"]}>{children}</SectionMessages>;
}
