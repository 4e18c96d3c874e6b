"use client";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { CheckboxField } from "@/components/ui/checkbox";
import { Form } from "@/components/ui/form";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { RadioGroup, RadioOption } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useZodResolver } from "@/components/ui/use-zod-resolver";
import { CATEGORIES, LEVELS, type LegalBasis, type Rule } from "@/lib/copy-check/rule-set";
import type { AddedRule } from "@/lib/review/rule-changes";
import { editOf, EMPTY_RULE, ruleFormSchema, ruleFormValues, type RuleFormValues } from "@/lib/review/rule-form";
import { PatternHelp } from "./pattern-help";
import { PatternsArea } from "./patterns-area";
import { useReaderWords } from "./use-reader-words";
import { useRuleDraft } from "./use-rule-draft";

export type RuleFormProps = {
  baseSha256: string;
  /** null for a rule that is new */
  rule: Rule | null;
  /** which new rule of the collected ones, if any */
  addedId: string | null;
  /** ids that are taken */
  ruleIds: readonly string[];
  bases: readonly LegalBasis[];
  mayPropose: boolean;
};

/** Opens with what was collected for the rule before, once the browser has said so. */
export function RuleForm(props: RuleFormProps) {
  const { rule, addedId } = props;
  const { isRead, changes } = useRuleDraft(props.baseSha256);
  const edit = rule && changes.edits.find(({ ruleId }) => ruleId === rule.id);
  const added = changes.added.find(({ id }) => id === addedId);
  const values = rule ? ruleFormValues({ ...rule, ...edit }) : added ? ruleFormValues(added) : EMPTY_RULE;
  const allBases = [...props.bases, ...changes.bases.filter(({ id }) => props.bases.every((basis) => basis.id !== id))];
  return <OpenedRuleForm key={String(isRead)} {...props} values={values} bases={allBases} isCollected={Boolean(edit ?? added)} isRemoved={rule !== null && changes.removed.includes(rule.id)} />;
}

function OpenedRuleForm({ baseSha256, rule, addedId, ruleIds, bases, mayPropose, values, isCollected, isRemoved }: RuleFormProps & { values: RuleFormValues; isCollected: boolean; isRemoved: boolean }) {
  const t = useTranslations("copyRules");
  const copy = useTranslations("copy");
  const words = useReaderWords();
  const router = useRouter();
  const draft = useRuleDraft(baseSha256);
  const taken = useMemo(() => new Set(ruleIds), [ruleIds]);
  const schema = useMemo(() => ruleFormSchema.refine(({ id }) => rule !== null || !taken.has(id), { path: ["id"], params: { key: "copyRules.problems.idTaken" } }), [rule, taken]);
  const form = useForm({ resolver: useZodResolver(schema), defaultValues: values, disabled: !mayPropose });

  function collect(output: ReturnType<typeof ruleFormSchema.parse>) {
    if (rule) draft.putEdit(rule.id, editOf(rule, output));
    else draft.putAdded(addedId ?? output.id, output satisfies AddedRule);
    toast.success(t("form.collected"));
    router.push("/platform/copy-rules/changes");
  }

  function remove() {
    if (!rule) return;
    draft.putRemoved(rule.id, true);
    toast.success(t("form.removedDone"));
    router.push("/platform/copy-rules/changes");
  }

  return (
    <Form form={form} onSubmit={collect}>
      {isCollected ? <Callout title={t("form.isCollected")} /> : null}
      {rule && isRemoved ? (
        <Callout
          tone="warning"
          title={t("form.isRemoved")}
          actions={
            <Button size="sm" onClick={() => draft.putRemoved(rule.id, false)}>
              {t("form.keep")}
            </Button>
          }
        />
      ) : null}
      <Card title={t("form.finds")}>
        <div className="flex flex-col gap-4">
          {rule ? null : (
            <div className="grid gap-4 md:grid-cols-2">
              <FormField control={form.control} name="id" label={t("form.id")} hint={t("form.idHint")}>
                {(field) => <Input {...field} autoComplete="off" spellCheck={false} className="font-mono" />}
              </FormField>
              <FormField control={form.control} name="category" label={t("form.category")}>
                {({ value, onChange, ref: _ref, name: _name, ...field }) => <Select {...field} value={value} onValueChange={onChange} options={CATEGORIES.map((category) => ({ value: category, label: copy(`categories.${category}`) }))} />}
              </FormField>
            </div>
          )}
          <PatternHelp />
          <FormField control={form.control} name="patterns" label={t("form.patterns")} hint={t("form.onePerLine")}>
            {(field) => <PatternsArea {...field} opensWith={values.patterns} />}
          </FormField>
          <FormField control={form.control} name="except" label={t("form.except")} hint={t("form.exceptHint")} optional>
            {(field) => <PatternsArea {...field} opensWith={values.except} />}
          </FormField>
          {rule ? null : (
            <FormField control={form.control} name="isNegatable" label={t("form.negation")} group>
              {({ value, onChange }) => <CheckboxField label={t("form.negatable")} hint={t("form.negatableHint")} checked={value} onCheckedChange={(checked) => onChange(checked === true)} />}
            </FormField>
          )}
        </div>
      </Card>
      <Card title={t("form.says")}>
        <div className="grid gap-4 md:grid-cols-2">
          <FormField control={form.control} name="level" label={t("form.level")} group className="md:col-span-2">
            {({ value, onChange, ref }) => (
              <RadioGroup ref={ref} value={value} onValueChange={onChange} disabled={!mayPropose} className="md:grid md:grid-cols-3">
                {[...LEVELS].reverse().map((level) => (
                  <RadioOption key={level} boxed value={level} label={copy(`levels.${level}`)} hint={t(`levelHints.${level}`)} />
                ))}
              </RadioGroup>
            )}
          </FormField>
          <FormField control={form.control} name="reason.zh" label={t("form.reasonZh")}>
            {(field) => <Textarea {...field} lang="zh-CN" />}
          </FormField>
          <FormField control={form.control} name="reason.en" label={t("form.reasonEn")}>
            {(field) => <Textarea {...field} lang="en" />}
          </FormField>
          <FormField control={form.control} name="suggestion.zh" label={t("form.suggestionZh")}>
            {(field) => <Textarea {...field} lang="zh-CN" />}
          </FormField>
          <FormField control={form.control} name="suggestion.en" label={t("form.suggestionEn")}>
            {(field) => <Textarea {...field} lang="en" />}
          </FormField>
        </div>
      </Card>
      <Card title={t("form.bases")} description={t("form.basesHint")}>
        <FormField control={form.control} name="bases" label={t("form.bases")} group>
          {({ value, onChange }) => (
            <div className="flex max-h-80 flex-col gap-2 overflow-y-auto">
              {bases.map((basis) => (
                <CheckboxField
                  key={basis.id}
                  label={`${words(basis.title)}${basis.article ? ` · ${basis.article}` : ""}`}
                  hint={copy(`certainties.${basis.certainty}`)}
                  disabled={!mayPropose}
                  checked={value.includes(basis.id)}
                  onCheckedChange={(checked) => onChange(checked === true ? [...value, basis.id] : value.filter((other) => other !== basis.id))}
                />
              ))}
            </div>
          )}
        </FormField>
      </Card>
      {mayPropose ? (
        <div className="flex flex-wrap justify-end gap-2">
          {rule && !isRemoved ? (
            <Button type="button" variant="danger-outline" className="mr-auto" onClick={remove}>
              <Trash2 aria-hidden />
              {t("form.remove")}
            </Button>
          ) : null}
          {isCollected ? (
            <Button
              type="button"
              onClick={() => {
                if (rule) draft.putEdit(rule.id, null);
                else if (addedId) draft.putAdded(addedId, null);
                router.push("/platform/copy-rules");
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
