import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function CopyRulesLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of={["copy", "copyRules"]}>{children}</SectionMessages>;
}
