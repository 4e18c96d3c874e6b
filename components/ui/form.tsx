"use client";
import { useTranslations } from "next-intl";
import { createContext, useCallback, useContext, useMemo, useRef, type ComponentProps, type FormEvent, type RefObject } from "react";
import { FormProvider, get, type FieldValues, type Path, type UseFormReturn } from "react-hook-form";
import { Callout } from "./callout";
import { cn } from "./class-names";

type FieldLabels = RefObject<Map<string, string>>;
const FieldLabelsContext = createContext<FieldLabels | null>(null);

export function useFieldLabels(): FieldLabels | null {
  return useContext(FieldLabelsContext);
}

export type FormProps<Values extends FieldValues, Context, Output> = Omit<ComponentProps<"form">, "onSubmit"> & {
  form: UseFormReturn<Values, Context, Output>;
  onSubmit: (values: Output) => Promise<void> | void;
};

/**
 * A form of react-hook-form with its error summary. A refusal of the server goes
 * in through `form.setError("root.server", { message })`.
 */
export function Form<Values extends FieldValues, Context, Output>({ form, onSubmit, className, children, ...rest }: FormProps<Values, Context, Output>) {
  const labels = useRef(new Map<string, string>());
  const submit = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      event.stopPropagation();
      void form.handleSubmit((values) => onSubmit(values))(event);
    },
    [form, onSubmit],
  );
  const value = useMemo(() => labels, [labels]);
  return (
    <FormProvider {...form}>
      <FieldLabelsContext.Provider value={value}>
        <form noValidate onSubmit={submit} className={cn("flex flex-col gap-4", className)} {...rest}>
          <ErrorSummary form={form} labels={labels} />
          {children}
        </form>
      </FieldLabelsContext.Provider>
    </FormProvider>
  );
}

function ErrorSummary<Values extends FieldValues, Context, Output>({ form, labels }: { form: UseFormReturn<Values, Context, Output>; labels: FieldLabels }) {
  const t = useTranslations("common");
  const { errors, submitCount } = form.formState;
  const serverMessage: unknown = get(errors, "root.server.message");
  const fieldErrors = [...labels.current]
    .map(([name, label]) => ({ name, label, message: get(errors, `${name}.message`) as unknown }))
    .filter((error): error is { name: string; label: string; message: string } => typeof error.message === "string");
  const hasSummary = submitCount > 0 && fieldErrors.length > 1;
  if (typeof serverMessage !== "string" && !hasSummary) return null;
  return (
    <Callout tone="refusal" live title={typeof serverMessage === "string" ? serverMessage : t("formErrors", { count: fieldErrors.length })}>
      {hasSummary ? (
        <ul className="mt-1 list-disc pl-4">
          {fieldErrors.map((error) => (
            <li key={error.name}>
              <button type="button" className="min-h-6 text-left underline underline-offset-2" onClick={() => form.setFocus(error.name as Path<Values>)}>
                {error.label}
              </button>
              {t("colon")}
              {error.message}
            </li>
          ))}
        </ul>
      ) : null}
    </Callout>
  );
}
