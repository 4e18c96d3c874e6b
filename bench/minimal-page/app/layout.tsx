import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";
import { Toaster } from "@/components/ui/toaster";

/** The providers of the workbench around a page that has nothing else. */
export default async function MinimalLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()}>
      <body>
        <SectionMessages of={["offers"]}>
          {children}
          <Toaster />
        </SectionMessages>
      </body>
    </html>
  );
}
