"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { REVIEW_REFUSALS, type ErrorCode, type ErrorDetail } from "@/lib/platform/errors";
import { issueText } from "./issue-text";

export interface Refusal extends ErrorDetail {
  code: ErrorCode;
  requestId: string | null;
}

/** What a server action hands to its form. */
export type ActionResult<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** A refusal in the reader's language; an unexpected one with the id to ask support about. */
export function useRefusalText(): (refusal: Refusal) => string {
  const t = useTranslations("errors");
  return useCallback(
    ({ code, params, requestId }) => {
      if (code === "internal" && requestId) return t("internalWithId", { requestId });
      const why = code === "review_refused" && REVIEW_REFUSALS.find((reason) => reason === params?.reason);
      return why ? t(`reviewRefused.${why}`) : t(code, params);
    },
    [t],
  );
}

/** Puts a refusal of the server where it belongs in the form: at its fields, and above them. */
export function useShowRefusal(): <Values extends FieldValues, Context, Output>(form: UseFormReturn<Values, Context, Output>, refusal: Refusal) => void {
  const t = useTranslations();
  const refusalText = useRefusalText();
  return useCallback(
    (form, refusal) => {
      form.setError("root.server", { message: refusalText(refusal) });
      for (const issue of refusal.issues ?? []) {
        if (issue.path !== "") form.setError(issue.path as FieldPath<FieldValuesOf<typeof form>>, { message: issueText(issue, t) });
      }
    },
    [t, refusalText],
  );
}

type FieldValuesOf<Form> = Form extends UseFormReturn<infer Values extends FieldValues, infer _Context, infer _Output> ? Values : never;
