"use client";
import { Eye, EyeOff } from "lucide-react";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import type { DemoLogin } from "@/app/(auth)/sign-in/demo-logins";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { useZodResolver } from "@/components/ui/use-zod-resolver";

const credentials = z.object({ email: z.email(), password: z.string().min(1) });

export type SignInFormProps = { next: string; demoLogins: readonly DemoLogin[]; recallPreferences: () => Promise<void> };

export function SignInForm({ next, demoLogins, recallPreferences }: SignInFormProps) {
  const t = useTranslations("auth");
  const errors = useTranslations("errors");
  const [isShown, setIsShown] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const form = useForm({ resolver: useZodResolver(credentials), defaultValues: { email: "", password: "" } });

  async function submit({ email, password }: z.output<typeof credentials>) {
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (answer?.ok && !answer.error) {
      setIsLeaving(true);
      await recallPreferences();
      window.location.assign(next);
      return;
    }
    form.setError("root.server", { message: refusalWords(answer?.error ?? "") });
    if (answer?.error === "invalid_credentials") {
      form.resetField("password");
      form.setFocus("password");
    }
  }

  function refusalWords(error: string): string {
    const [code, seconds] = error.split(":");
    if (code === "rate_limited") return t("tooMany", { minutes: Math.ceil(Number(seconds) / 60) });
    return errors(code === "invalid_credentials" ? "invalid_credentials" : "internal");
  }

  return (
    <>
      <Form form={form} onSubmit={submit} className="mt-6">
        <FormField control={form.control} name="email" label={t("email")}>
          {(field) => <Input type="email" autoComplete="username" inputMode="email" autoCapitalize="none" spellCheck={false} className="h-11" {...field} />}
        </FormField>
        <FormField control={form.control} name="password" label={t("password")}>
          {(field) => (
            <span className="relative block">
              <Input type={isShown ? "text" : "password"} autoComplete="current-password" className="h-11 pr-12" {...field} />
              <Button variant="ghost" size="icon" aria-pressed={isShown} aria-label={t("showPassword")} className="absolute top-1 right-1" onClick={() => setIsShown(!isShown)}>
                {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
              </Button>
            </span>
          )}
        </FormField>
        <Button type="submit" variant="primary" size="lg" pending={form.formState.isSubmitting || isLeaving}>
          {t("submit")}
        </Button>
      </Form>
      {demoLogins.length > 0 ? (
        <section aria-labelledby="demo-logins" className="mt-8">
          <h2 id="demo-logins" className="text-[0.8125rem] font-semibold">
            {t("demo.title")}
          </h2>
          <p className="mt-0.5 text-[0.8125rem] text-ink-muted">{t("demo.description")}</p>
          <ul className="mt-2 divide-y divide-line overflow-hidden rounded-md border border-line">
            {demoLogins.map((login) => (
              <li key={login.email}>
                <button
                  type="button"
                  onClick={() => {
                    form.reset({ email: login.email, password: login.password });
                    form.setFocus("password");
                  }}
                  className="flex min-h-10 w-full flex-wrap items-baseline gap-x-2 px-3 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2"
                >
                  <span className="font-medium">{login.name}</span>
                  <span className="text-[0.8125rem] text-ink-muted">{login.role}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
