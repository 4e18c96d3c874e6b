"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { FormField } from "@/components/ui/form-field";
import { useZodResolver } from "@/components/ui/use-zod-resolver";
import { listEditOf, wordListFormSchema, wordListFormValues, type WordListFormValues } from "@/lib/review/rule-form";
import type { WordList } from "@/lib/review/word-lists";
import { PatternHelp } from "./pattern-help";
import { PatternsArea } from "./patterns-area";
import { useRuleDraft } from "./use-rule-draft";

export type WordListFormProps = { baseSha256: string; list: WordList; mayPropose: boolean };

/** Opens with what was collected for the list before, once the browser has said so. */
export function WordListForm(props: WordListFormProps) {
  const { isRead, changes } = useRuleDraft(props.baseSha256);
  const edit = changes.lists.find(({ list }) => list === props.list.id);
  return <OpenedWordListForm key={String(isRead)} {...props} values={wordListFormValues(edit ?? props.list)} isCollected={edit !== undefined} />;
}

function OpenedWordListForm({ baseSha256, list, mayPropose, values, isCollected }: WordListFormProps & { values: WordListFormValues; isCollected: boolean }) {
  const t = useTranslations("copyRules");
  const router = useRouter();
  const draft = useRuleDraft(baseSha256);
  const form = useForm({ resolver: useZodResolver(wordListFormSchema), defaultValues: values, disabled: !mayPropose });

  function collect(output: ReturnType<typeof wordListFormSchema.parse>) {
    draft.putList(list.id, listEditOf(list, output));
    toast.success(t("form.collected"));
    router.push("/platform/copy-rules/changes");
  }

  return (
    <Form form={form} onSubmit={collect}>
      {isCollected ? <Callout title={t("form.isCollected")} /> : null}
      <Card title={t("words.form")}>
        <div className="flex flex-col gap-4">
          <PatternHelp />
          <FormField control={form.control} name="patterns" label={t("words.patterns")} hint={t("form.onePerLine")}>
            {(field) => <PatternsArea {...field} opensWith={values.patterns} />}
          </FormField>
          {"cue" in list.kind ? (
            <FormField control={form.control} name="except" label={t("words.except")} hint={t("words.exceptHint")} optional>
              {(field) => <PatternsArea {...field} opensWith={values.except} />}
            </FormField>
          ) : null}
        </div>
      </Card>
      {mayPropose ? (
        <div className="flex flex-wrap justify-end gap-2">
          {isCollected ? (
            <Button
              type="button"
              onClick={() => {
                draft.putList(list.id, null);
                router.push("/platform/copy-rules/words");
              }}
            >
              {t("form.drop")}
            </Button>
          ) : null}
          <Button type="submit" variant="primary">
            {t("form.collect")}
          </Button>
        </div>
      ) : null}
    </Form>
  );
}
