import { cookies } from "next/headers";
import { isTheme, THEME_COOKIE, type Theme } from "@/components/shell/theme";

/** What the person chose; null follows the device. */
export async function currentTheme(): Promise<Theme | null> {
  const chosen = (await cookies()).get(THEME_COOKIE)?.value;
  return isTheme(chosen) ? chosen : null;
}
