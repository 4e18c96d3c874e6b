import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function ShopCopyLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of={["copy"]}>{children}</SectionMessages>;
}
