import { z } from "zod";
import { isCalendarDate, type CalendarDate } from "@/lib/calendar/calendar-date";
import { fen, MAX_FEN, type Fen } from "@/lib/money/fen";
import { parsePercent } from "./parse-percent";

/** Fields that hold what people type and give what the verbs take; each problem names its words. */

/** A percentage as text, in basis points (two decimals) or parts per million (four). */
export function percentField(decimals: 2 | 4, max: number): z.ZodType<number, string> {
  return z.string().transform((text, ctx) => {
    const parsed = parsePercent(text, decimals);
    if (!parsed.ok) return refuse(ctx, parsed.reason === "empty" ? "common.validation.required" : `rateCards.percent.${parsed.reason}`, { decimals });
    if (parsed.value > max) return refuse(ctx, "rateCards.percent.too-large", { max: max / 10 ** decimals });
    return parsed.value;
  });
}

/** The same, where nothing typed means that there is none. */
export function optionalPercentField(decimals: 2 | 4, max: number): z.ZodType<number | null, string> {
  const field = percentField(decimals, max);
  return z.string().transform((text, ctx) => {
    if (text.trim() === "") return null;
    const parsed = field.safeParse(text);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) ctx.addIssue({ code: "custom", params: issue.code === "custom" ? issue.params : undefined });
    return z.NEVER;
  });
}

export function wholeNumberField(min: number, max: number): z.ZodType<number, string> {
  return z.string().transform((text, ctx) => {
    const narrow = text.normalize("NFKC").trim();
    if (narrow === "") return refuse(ctx, "common.validation.required");
    const value = /^\d{1,6}$/.test(narrow) ? Number(narrow) : NaN;
    return value >= min && value <= max ? value : refuse(ctx, "rateCards.wholeNumber", { min, max });
  });
}

/** The amount of a money input, which is null where nothing readable is typed. */
export function fenField(): z.ZodType<Fen, number | null> {
  return z.number().nullable().transform((amount, ctx) => (amount !== null && Number.isSafeInteger(amount) && amount >= 0 && amount <= MAX_FEN ? fen(amount) : refuse(ctx, "common.validation.required")));
}

export function calendarDateField(): z.ZodType<CalendarDate, string> {
  return z.string().transform((text, ctx) => (isCalendarDate(text) && text < "3000" ? text : refuse(ctx, text === "" ? "common.validation.required" : "common.validation.date")));
}

export function codeField(): z.ZodType<string, string> {
  return z.string().transform((text, ctx) => {
    const code = text.trim();
    if (code === "") return refuse(ctx, "common.validation.required");
    return code.length <= 40 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code) ? code : refuse(ctx, "rateCards.codeShape");
  });
}

function refuse(ctx: z.core.$RefinementCtx, key: string, values: Record<string, number> = {}): never {
  ctx.addIssue({ code: "custom", params: { key, ...values } });
  return z.NEVER;
}
