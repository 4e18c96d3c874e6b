import { LOCALES } from "@/lib/accounts/preferences";

export { LOCALES };
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "zh-CN";
export const LOCALE_COOKIE = "NEXT_LOCALE";

export const isLocale = (text: unknown): text is Locale => LOCALES.some((locale) => locale === text);
