"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { leave } from "./leave";

export function SignOutButton() {
  const t = useTranslations("shell");
  return <Button onClick={() => void leave()}>{t("signOut")}</Button>;
}
