"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";
import { issueText } from "./issue-text";

/**
 * The shared zod schema as a resolver, with its issues worded in the reader's
 * language. A refinement names its own words by a message key:
 * `.refine(check, { params: { key: "offers.problems.windowInPast" } })`.
 */
export function useZodResolver<Schema extends z.ZodType<FieldValues, FieldValues>>(schema: Schema): Resolver<z.input<Schema>, unknown, z.output<Schema>> {
  const t = useTranslations();
  return useMemo(() => zodResolver(schema, { error: (issue) => issueText(issue, t) }), [schema, t]);
}
