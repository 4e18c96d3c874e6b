"use client";
import { useTranslations } from "next-intl";
import { useEffect, useId, type ReactNode } from "react";
import { Controller, type Control, type ControllerRenderProps, type FieldPath, type FieldValues } from "react-hook-form";
import { cn } from "./class-names";
import { useFieldLabels } from "./form";
import { Label } from "./label";

export type FieldRender<Values extends FieldValues, Name extends FieldPath<Values>> = ControllerRenderProps<Values, Name> & {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
};

export type FormFieldProps<Values extends FieldValues, Name extends FieldPath<Values>, Context, Output> = {
  control: Control<Values, Context, Output>;
  name: Name;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** For groups of radios or checkboxes, which are named by a legend and not by one label. */
  group?: boolean;
  className?: string;
  children: (field: FieldRender<Values, Name>) => ReactNode;
};

/** Label, control, hint and error, tied together for people who cannot see them side by side. */
export function FormField<Values extends FieldValues, Name extends FieldPath<Values>, Context, Output>(props: FormFieldProps<Values, Name, Context, Output>) {
  const { control, name, label, hint, optional = false, group = false, className, children } = props;
  const id = useId();
  const labels = useFieldLabels();

  useEffect(() => {
    const known = labels?.current;
    known?.set(name, label);
    return () => {
      known?.delete(name);
    };
  }, [labels, name, label]);

  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => {
        const message = fieldState.error?.message ?? fieldState.error?.root?.message ?? (group ? firstMessageIn(fieldState.error) : undefined);
        const describedBy = [hint ? `${id}-hint` : null, message ? `${id}-error` : null].filter(Boolean).join(" ") || undefined;
        const content = (
          <>
            {hint ? (
              <p id={`${id}-hint`} className="-mt-0.5 text-[0.8125rem] text-ink-muted">
                {hint}
              </p>
            ) : null}
            {children({ ...field, id, "aria-describedby": describedBy, "aria-invalid": message ? true : undefined })}
            {message ? (
              <p id={`${id}-error`} className="text-[0.8125rem] text-danger-text [[data-own-problem]+&]:hidden">
                {message}
              </p>
            ) : null}
          </>
        );
        if (group) {
          return (
            <fieldset aria-describedby={describedBy} className={cn("flex min-w-0 flex-col gap-1.5", className)}>
              <legend className="mb-1.5 text-[0.8125rem] font-medium">
                {label}
                {optional ? <OptionalMark /> : null}
              </legend>
              {content}
            </fieldset>
          );
        }
        return (
          <div className={cn("flex min-w-0 flex-col gap-1.5", className)}>
            <Label htmlFor={id}>
              {label}
              {optional ? <OptionalMark /> : null}
            </Label>
            {content}
          </div>
        );
      }}
    />
  );
}

function OptionalMark() {
  const t = useTranslations("common");
  return <span className="ml-1 font-normal text-ink-muted">{t("optionalMark")}</span>;
}

/** A group answers for its parts: what one of them lacks is said below it. */
function firstMessageIn(error: object | undefined): string | undefined {
  if (!error) return undefined;
  for (const part of Object.values(error)) {
    if (part instanceof Object && "message" in part && typeof part.message === "string") return part.message;
  }
  return undefined;
}
