"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Form } from "@/components/ui/form";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { useShowRefusal, type ActionResult } from "@/components/ui/refusal";
import { useZodResolver } from "@/components/ui/use-zod-resolver";
import { renameShopInput, type RenameShopInput } from "@/lib/shops/schema";

type Result = ActionResult<{ name: string }>;

export function ShopNameForm({ name, renameShop }: { name: string; renameShop: (input: RenameShopInput) => Promise<Result> }) {
  const t = useTranslations("settings.shop");
  const common = useTranslations("common");
  const showRefusal = useShowRefusal();
  const [theirs, setTheirs] = useState<string | null>(null);
  const form = useForm({ resolver: useZodResolver(renameShopInput), defaultValues: { name, expectedName: name } });

  async function submit(values: RenameShopInput) {
    const result = await renameShop(values);
    if (result.ok) {
      setTheirs(null);
      form.reset({ name: result.value.name, expectedName: result.value.name });
      toast.success(common("saved"));
      return;
    }
    const current = currentNameIn(result.refusal.data);
    if (result.refusal.code === "conflict" && current !== null) {
      setTheirs(current);
      form.setValue("expectedName", current);
    } else {
      showRefusal(form, result.refusal);
    }
  }

  return (
    <Form form={form} onSubmit={submit} className="max-w-sm">
      {theirs === null ? null : (
        <Callout tone="warning" live title={t("conflictTitle")}>
          {t("conflictText", { name: theirs })}
        </Callout>
      )}
      <FormField control={form.control} name="name" label={t("name")} hint={t("nameHint")}>
        {(field) => <Input autoComplete="off" {...field} />}
      </FormField>
      <div>
        <Button type="submit" variant="primary" pending={form.formState.isSubmitting} disabled={!form.formState.isDirty}>
          {common("save")}
        </Button>
      </div>
    </Form>
  );
}

function currentNameIn(data: unknown): string | null {
  if (!(data instanceof Object) || !("current" in data) || !(data.current instanceof Object) || !("name" in data.current)) return null;
  return String(data.current.name);
}
