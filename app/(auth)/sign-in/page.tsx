import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { recallPreferences } from "@/app/preferences";
import { currentUser } from "@/app/session";
import { SignInForm } from "@/components/shell/sign-in-form";
import { Callout } from "@/components/ui/callout";
import { demoLogins } from "./demo-logins";
import { safeCallback } from "./safe-callback";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ callbackUrl?: string | string[]; ended?: string; changed?: string }> }) {
  const { callbackUrl, ended, changed } = await searchParams;
  const next = safeCallback([callbackUrl].flat()[0]);
  if (await currentUser()) redirect(next);
  const t = await getTranslations("auth");
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">{t("title")}</h1>
      <p className="mt-1 text-ink-muted">{t("description")}</p>
      {ended ? (
        <Callout className="mt-4" tone="info">
          {t("sessionEnded")}
        </Callout>
      ) : null}
      {changed ? (
        <Callout className="mt-4" tone="success">
          {t("passwordChanged")}
        </Callout>
      ) : null}
      <SignInForm next={next} demoLogins={await demoLogins()} recallPreferences={recallPreferences} />
    </>
  );
}
