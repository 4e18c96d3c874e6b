import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function ShopActivityLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of={["audit"]}>{children}</SectionMessages>;
}
