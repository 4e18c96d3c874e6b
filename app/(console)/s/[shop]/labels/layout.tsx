import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function ShopLabelsLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of={["labels"]}>{children}</SectionMessages>;
}
