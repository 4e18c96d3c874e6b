import { z } from "zod";
import { addDays, type CalendarDate } from "@/lib/calendar/calendar-date";
import type { Payer, RateCard } from "@/lib/quote/schema";
import { calendarDateField, codeField, fenField, optionalPercentField, percentField, wholeNumberField } from "./form-fields";
import { percentText } from "./parse-percent";
import { CARD_TERM_MAX, CARD_TERMS_MAX, FEE_BPS_MAX, OVERDUE_PPM_MAX, publishRateCardInput, type PublishRateCardInput } from "./schema";

const input = publishRateCardInput.shape;
const PAYERS: readonly Payer[] = ["consumer", "merchant", "platform"];

const termFields = z.object({
  term: wholeNumberField(1, CARD_TERM_MAX),
  consumer: percentField(2, FEE_BPS_MAX),
  merchant: optionalPercentField(2, FEE_BPS_MAX),
  platform: optionalPercentField(2, FEE_BPS_MAX),
});

/** What the form of a new version holds: numbers as text, the way they are typed. */
const fields = z.object({
  channel: codeField(),
  name: input.name,
  lenderName: input.lenderName,
  lenderShortName: input.lenderShortName,
  lenderType: input.lenderType,
  roundingRule: input.roundingRule,
  billingDay: wholeNumberField(1, 31),
  dueDay: wholeNumberField(1, 31),
  overdueDailyPercent: percentField(4, OVERDUE_PPM_MAX),
  earlyPayoffRule: input.earlyPayoffRule,
  feeRefundRule: input.feeRefundRule,
  fundingShares: input.fundingShares,
  minAmountFen: fenField(),
  maxAmountFen: fenField(),
  fromDate: calendarDateField(),
  source: input.source,
  isSample: z.boolean(),
  terms: z.array(termFields).min(1).max(CARD_TERMS_MAX),
});

export type RateCardFormValues = z.input<typeof fields>;
type Fields = z.output<typeof fields>;

/** The form's values as the verb's input, all but the version the author has seen. */
export const rateCardFormSchema = fields.transform((values): Omit<PublishRateCardInput, "expectedVersion"> => {
  const { overdueDailyPercent, terms, ...same } = values;
  return { ...same, overdueDailyRatePpm: overdueDailyPercent, rows: terms.flatMap(rowsOfTerm) };
});

/** A form that starts from a version, dated to its earliest possible successor. */
export function rateCardFormValues(card: RateCard, earliest: CalendarDate): RateCardFormValues {
  const { id: _id, version: _version, billingDay, dueDay, overdueDailyRatePpm, rows, ...same } = card;
  const terms = [...new Set(rows.map((row) => row.term))].sort((a, b) => a - b);
  const feeText = (term: number, payer: Payer) => {
    const row = rows.find((candidate) => candidate.term === term && candidate.payer === payer);
    return row ? percentText(row.feeBps, 2) : "";
  };
  return {
    ...same,
    billingDay: String(billingDay),
    dueDay: String(dueDay),
    overdueDailyPercent: percentText(overdueDailyRatePpm, 4),
    fromDate: earliest > card.fromDate ? earliest : addDays(card.fromDate, 1),
    terms: terms.map((term) => ({ term: String(term), consumer: feeText(term, "consumer"), merchant: feeText(term, "merchant"), platform: feeText(term, "platform") })),
  };
}

/** The card as far as it can be read while it is typed: what cannot be read yet stays as in `basis`, fee rows that cannot be read are left out. */
export function readDraftCard(values: RateCardFormValues, basis: RateCard, version: number): RateCard {
  const { shape } = fields;
  const read = <T>(schema: z.ZodType<T>, value: unknown, otherwise: T): T => {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : otherwise;
  };
  return {
    id: "draft",
    version,
    channel: read(shape.channel, values.channel, basis.channel),
    name: read(shape.name, values.name, basis.name),
    lenderName: read(shape.lenderName, values.lenderName, basis.lenderName),
    lenderShortName: read(shape.lenderShortName, values.lenderShortName, basis.lenderShortName),
    lenderType: values.lenderType,
    roundingRule: values.roundingRule,
    billingDay: read(shape.billingDay, values.billingDay, basis.billingDay),
    dueDay: read(shape.dueDay, values.dueDay, basis.dueDay),
    overdueDailyRatePpm: read(shape.overdueDailyPercent, values.overdueDailyPercent, basis.overdueDailyRatePpm),
    earlyPayoffRule: values.earlyPayoffRule,
    feeRefundRule: values.feeRefundRule,
    fundingShares: values.fundingShares,
    minAmountFen: read(shape.minAmountFen, values.minAmountFen, basis.minAmountFen),
    maxAmountFen: read(shape.maxAmountFen, values.maxAmountFen, basis.maxAmountFen),
    fromDate: read(shape.fromDate, values.fromDate, basis.fromDate),
    source: read(shape.source, values.source, basis.source),
    isSample: values.isSample,
    rows: values.terms.flatMap((term) => {
      const parsed = termFields.safeParse(term);
      return parsed.success ? rowsOfTerm(parsed.data) : [];
    }),
  };
}

function rowsOfTerm({ term, ...fees }: Fields["terms"][number]): RateCard["rows"] {
  return PAYERS.flatMap((payer) => {
    const feeBps = fees[payer];
    return feeBps === null ? [] : [{ term, payer, feeBps }];
  });
}
