import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function PlatformPoliciesLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of={["policies", "rateCards"]}>{children}</SectionMessages>;
}
