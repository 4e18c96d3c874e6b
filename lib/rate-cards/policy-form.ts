import { z } from "zod";
import type { CalendarDate } from "@/lib/calendar/calendar-date";
import type { Policy } from "@/lib/quote/schema";
import { calendarDateField, codeField, percentField, wholeNumberField } from "./form-fields";
import { percentText } from "./parse-percent";
import { CEILING_PPM_MAX, LPR_PPM_MAX, publishLprRateInput, publishPolicyInput, type PublishLprRateInput, type PublishPolicyInput } from "./schema";

const input = publishPolicyInput.shape;
const MULTIPLE_MAX = 100;

const fields = z.object({
  code: codeField(),
  nameZh: input.nameZh,
  nameEn: input.nameEn,
  kind: input.kind,
  measure: input.measure,
  lenderTypes: input.lenderTypes,
  formulaKind: z.enum(["fixed", "lpr-multiple"]),
  /** the ceiling in percent, or the multiple */
  figure: z.string(),
  fromDate: calendarDateField(),
  untilDate: z.string(),
  source: input.source,
});

export type PolicyFormValues = z.input<typeof fields>;

/** The form's values as the verb's input, all but the version the author has seen. */
export const policyFormSchema = fields.transform((values, ctx): Omit<PublishPolicyInput, "expectedVersion"> => {
  const { formulaKind, figure, untilDate, ...same } = values;
  const read = <T>(field: z.ZodType<T, string>, name: string, text: string): T => {
    const parsed = field.safeParse(text);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) ctx.addIssue({ code: "custom", path: [name], params: issue.code === "custom" ? issue.params : undefined });
    return z.NEVER;
  };
  return {
    ...same,
    formula:
      formulaKind === "fixed"
        ? { kind: "fixed", ceilingPpm: read(percentField(4, CEILING_PPM_MAX), "figure", figure) }
        : { kind: "lpr-multiple", multiple: read(wholeNumberField(1, MULTIPLE_MAX), "figure", figure) },
    untilDate: untilDate === "" ? null : read(calendarDateField(), "untilDate", untilDate),
  };
});

export function policyFormValues(policy: Policy, earliest: CalendarDate): PolicyFormValues {
  const { code, nameZh, nameEn, kind, measure, lenderTypes, formula, untilDate, source } = policy;
  return {
    code,
    nameZh,
    nameEn,
    kind,
    measure,
    lenderTypes,
    formulaKind: formula.kind,
    figure: formula.kind === "fixed" ? percentText(formula.ceilingPpm, 4) : String(formula.multiple),
    fromDate: earliest,
    untilDate: untilDate ?? "",
    source,
  };
}

export function emptyPolicyForm(earliest: CalendarDate): PolicyFormValues {
  return { code: "", nameZh: "", nameEn: "", kind: "watch", measure: "nominal", lenderTypes: [], formulaKind: "fixed", figure: "", fromDate: earliest, untilDate: "", source: "" };
}

const lprFields = z.object({ fromDate: calendarDateField(), percent: percentField(4, LPR_PPM_MAX), source: publishLprRateInput.shape.source });

export const lprRateFormSchema = lprFields.transform(({ fromDate, percent, source }): Omit<PublishLprRateInput, "expectedVersion"> => ({ fromDate, oneYearPpm: percent, source }));
