import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function ShopSettingsLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of={["settings"]}>{children}</SectionMessages>;
}
