import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function ShopProductsLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of={["products", "imports", "labels"]}>{children}</SectionMessages>;
}
