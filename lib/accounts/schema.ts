import { z } from "zod";
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from "@/lib/access/password-length";
import { LOCALES, THEMES } from "./preferences";

/** What is left out stays as it is; theme null follows the device. */
export const changePreferencesInput = z.object({ locale: z.enum(LOCALES).optional(), theme: z.enum(THEMES).nullable().optional() });
export type ChangePreferencesInput = z.input<typeof changePreferencesInput>;

export const changePasswordInput = z
  .object({
    currentPassword: z.string().min(1).max(PASSWORD_LENGTH_MAX),
    newPassword: z.string().min(PASSWORD_LENGTH_MIN).max(PASSWORD_LENGTH_MAX),
  })
  .refine(({ currentPassword, newPassword }) => currentPassword !== newPassword, {
    path: ["newPassword"],
    params: { code: "password_unchanged", key: "settings.password.unchanged" },
  });
export type ChangePasswordInput = z.input<typeof changePasswordInput>;
