import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function ReviewNumbersLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of={["copy", "reviews"]}>{children}</SectionMessages>;
}
