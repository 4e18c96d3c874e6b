import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function ShopNotificationsLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of={["notifications", "labels"]}>{children}</SectionMessages>;
}
