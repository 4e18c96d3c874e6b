import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function SignInLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of={["auth"]}>{children}</SectionMessages>;
}
