"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { MoneyInput } from "@/components/ui/money-input";
import { RadioGroup, RadioOption } from "@/components/ui/radio-group";
import { useShowRefusal, type ActionResult } from "@/components/ui/refusal";
import { useZodResolver } from "@/components/ui/use-zod-resolver";
import { formatFen, type Fen } from "@/lib/money/fen";
import { AMOUNT_FEN_MAX, recordBudgetUseInput } from "@/lib/offers/schema";

const formSchema = z.object({
  kind: z.enum(["use", "giveBack"]),
  amountFen: z.int().min(1).max(AMOUNT_FEN_MAX),
  reference: recordBudgetUseInput.shape.reference,
});

export interface RecordBudgetUseProps {
  offerId: string;
  usedFen: Fen;
  record: (input: { offerId: string; amountFen: number; reference: string }) => Promise<ActionResult<{ isNew: boolean }>>;
}

/** Finance enters what the channel's bill says; the same bill number counts once. */
export function RecordBudgetUse({ offerId, usedFen, record }: RecordBudgetUseProps) {
  const t = useTranslations("offers.budget");
  const showRefusal = useShowRefusal();
  const [isOpen, setIsOpen] = useState(false);
  const form = useForm<z.input<typeof formSchema>, unknown, z.output<typeof formSchema>>({ resolver: useZodResolver(formSchema), defaultValues: { kind: "use", reference: "" } });

  async function submit({ kind, amountFen, reference }: z.output<typeof formSchema>) {
    const result = await record({ offerId, amountFen: kind === "use" ? amountFen : -amountFen, reference });
    if (result.ok) {
      if (result.value.isNew) toast.success(t("recorded"));
      else toast.info(t("already"));
      form.reset();
      setIsOpen(false);
      return;
    }
    const { code, data, issues } = result.refusal;
    if (code === "duplicate" && data instanceof Object && "amountFen" in data) form.setError("reference", { message: t("taken", { amount: formatFen(Number(data.amountFen) as Fen) }) });
    else if (issues?.some((issue) => issue.code === "more-than-used")) form.setError("amountFen", { message: t("moreThanUsed", { used: formatFen(usedFen) }) });
    else showRefusal(form, result.refusal);
  }

  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button size="sm">{t("record")}</Button>
      </DialogTrigger>
      <DialogContent title={t("recordTitle")} description={t("recordDescription")} size="sm">
        <Form form={form} onSubmit={submit}>
          <FormField control={form.control} name="kind" label={t("kind")} group>
            {({ value, onChange }) => (
              <RadioGroup value={value} onValueChange={onChange} aria-label={t("kind")} className="flex-row gap-5">
                <RadioOption value="use" label={t("use")} />
                <RadioOption value="giveBack" label={t("giveBack")} />
              </RadioGroup>
            )}
          </FormField>
          <FormField control={form.control} name="amountFen" label={t("amount")}>
            {(field) => <MoneyInput {...field} />}
          </FormField>
          <FormField control={form.control} name="reference" label={t("reference")} hint={t("referenceHint")}>
            {(field) => <Input autoComplete="off" maxLength={80} {...field} />}
          </FormField>
          <div className="flex justify-end">
            <Button type="submit" variant="primary" pending={form.formState.isSubmitting}>
              {t("submit")}
            </Button>
          </div>
        </Form>
      </DialogContent>
    </Dialog>
  );
}
