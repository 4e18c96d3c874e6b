import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function ShopOffersLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of={["offers"]}>{children}</SectionMessages>;
}
