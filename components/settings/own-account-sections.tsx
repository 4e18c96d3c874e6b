import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PreferenceMenuItemsProps } from "@/components/shell/preference-menu-items";
import { DescriptionList } from "@/components/ui/description-list";
import type { ActionResult } from "@/components/ui/refusal";
import type { ChangePasswordInput } from "@/lib/accounts/schema";
import { EndSessionsButton } from "./end-sessions-button";
import { PasswordForm } from "./password-form";
import { PreferenceForm } from "./preference-form";
import { SettingsSection } from "./settings-section";

export type OwnAccountSectionsProps = {
  account: { name: string; email: string };
  /** Who keeps names and emails, which differs from workspace to workspace. */
  profileDescription: ReactNode;
  preferences: PreferenceMenuItemsProps;
  changePassword: (input: ChangePasswordInput) => Promise<ActionResult<void>>;
  endSessions: () => Promise<ActionResult<void>>;
};

/** What belongs to the person and is the same in every workspace. */
export function OwnAccountSections({ account, profileDescription, preferences, changePassword, endSessions }: OwnAccountSectionsProps) {
  const t = useTranslations("settings");
  return (
    <>
      <SettingsSection id="profile" title={t("profile.title")} description={profileDescription}>
        <DescriptionList
          className="max-w-xl"
          items={[
            { term: t("profile.name"), value: account.name },
            { term: t("profile.email"), value: account.email },
          ]}
        />
      </SettingsSection>
      <SettingsSection id="preferences" title={t("preferences.title")} description={t("preferences.description")}>
        <PreferenceForm {...preferences} />
      </SettingsSection>
      <SettingsSection id="password" title={t("password.title")} description={t("password.description")}>
        <PasswordForm email={account.email} changePassword={changePassword} />
      </SettingsSection>
      <SettingsSection id="sessions" title={t("sessions.title")} description={t("sessions.description")}>
        <EndSessionsButton endSessions={endSessions} />
      </SettingsSection>
    </>
  );
}
