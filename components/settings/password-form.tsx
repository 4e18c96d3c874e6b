"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { useShowRefusal, type ActionResult } from "@/components/ui/refusal";
import { useZodResolver } from "@/components/ui/use-zod-resolver";
import { changePasswordInput, type ChangePasswordInput } from "@/lib/accounts/schema";

export function PasswordForm({ email, changePassword }: { email: string; changePassword: (input: ChangePasswordInput) => Promise<ActionResult<void>> }) {
  const t = useTranslations("settings.password");
  const router = useRouter();
  const showRefusal = useShowRefusal();
  const form = useForm({ resolver: useZodResolver(changePasswordInput), defaultValues: { currentPassword: "", newPassword: "" } });

  async function submit(values: ChangePasswordInput) {
    const result = await changePassword(values);
    if (result.ok) {
      router.replace("/sign-in?changed=1");
      return;
    }
    if (result.refusal.code === "invalid_credentials") form.setError("currentPassword", { message: t("wrongCurrent") }, { shouldFocus: true });
    else showRefusal(form, result.refusal);
  }

  return (
    <Form form={form} onSubmit={submit} className="max-w-sm">
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <FormField control={form.control} name="currentPassword" label={t("current")}>
        {(field) => <Input type="password" autoComplete="current-password" {...field} />}
      </FormField>
      <FormField control={form.control} name="newPassword" label={t("new")} hint={t("rule")}>
        {(field) => <Input type="password" autoComplete="new-password" {...field} />}
      </FormField>
      <div>
        <Button type="submit" variant="primary" pending={form.formState.isSubmitting}>
          {t("submit")}
        </Button>
      </div>
    </Form>
  );
}
