import { THEMES } from "@/lib/accounts/preferences";

export { THEMES };
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = "theme";

export const isTheme = (text: unknown): text is Theme => THEMES.some((theme) => theme === text);
