"use server";
import { cookies } from "next/headers";
import { isTheme, THEME_COOKIE, type Theme } from "@/components/shell/theme";
import { isLocale, LOCALE_COOKIE, type Locale } from "@/i18n/locales";
import { changePreferences } from "@/lib/accounts/change-preferences";
import { changePreferencesInput } from "@/lib/accounts/schema";
import { asUser } from "@/lib/access/gates";
import { currentUser } from "./session";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export async function changeLocale(locale: Locale): Promise<void> {
  const input = changePreferencesInput.parse({ locale });
  const user = await currentUser();
  if (user) await changePreferences(asUser(user), input);
  await keep(LOCALE_COOKIE, locale);
}

export async function changeTheme(theme: Theme | null): Promise<void> {
  const input = changePreferencesInput.parse({ theme });
  const user = await currentUser();
  if (user) await changePreferences(asUser(user), input);
  await keep(THEME_COOKIE, theme);
}

/** On a new device the choices come back with the person. */
export async function recallPreferences(): Promise<void> {
  const user = await currentUser();
  if (!user) return;
  if (isLocale(user.locale)) await keep(LOCALE_COOKIE, user.locale);
  if (isTheme(user.theme)) await keep(THEME_COOKIE, user.theme);
}

async function keep(name: string, value: string | null): Promise<void> {
  const jar = await cookies();
  if (value === null) jar.delete(name);
  else jar.set(name, value, { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax" });
}
