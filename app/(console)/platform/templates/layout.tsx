import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function TemplatesLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of={["templates", "copy", "labels", "store"]}>{children}</SectionMessages>;
}
