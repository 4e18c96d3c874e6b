import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";
import { Toaster } from "@/components/ui/toaster";
import { currentTheme } from "./current-theme";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: { default: t("productName"), template: `%s · ${t("productName")}` }, referrer: "same-origin" };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const theme = await currentTheme();
  return (
    <html lang={locale} data-theme={theme ?? undefined}>
      <body className="font-sans antialiased">
        <SectionMessages>
          {children}
          <Toaster />
        </SectionMessages>
      </body>
    </html>
  );
}
