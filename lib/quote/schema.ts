import { z } from "zod";

import { isCalendarDate, type CalendarDate } from "@/lib/calendar/calendar-date";
import { fen, MAX_FEN } from "@/lib/money/fen";

export const MAX_TERM = 600;
export const MAX_WINDOW_DAYS = 800;
const MAX_CARD_ROWS = 200;
const MAX_POLICIES = 200;
const MAX_LPR_RATES = 1_000;

export const calendarDateSchema = z
  .string()
  .max(10)
  .refine((text) => isCalendarDate(text) && text < "3000", { error: "Not a calendar date" })
  .transform((text) => text as CalendarDate);

export const fenSchema = z.int().min(0).max(MAX_FEN).transform((amount) => fen(amount));

// RFC 8785 knows no lone surrogates, and a fingerprint would take any of them for the same one.
const LONE_SURROGATE = /\p{Surrogate}/u;
const wholeTextSchema = z.string().refine((text) => !LONE_SURROGATE.test(text), { error: "Half a character" });
const idSchema = wholeTextSchema.min(1).max(200);
const textSchema = wholeTextSchema.min(1).max(2_000);
const dayOfMonthSchema = z.int().min(1).max(31);
const basisPointsSchema = z.int().min(0).max(10_000);

export const lenderTypeSchema = z.enum(["bank", "consumer-finance", "microloan", "trust", "auto-finance"]);
export const payerSchema = z.enum(["consumer", "merchant", "platform"]);
export const roundingRuleSchema = z.enum(["douyin-monthly-pay", "remainder-last", "level-payment-up"]);
export const earlyPayoffRuleSchema = z.enum(["remaining-fees-waived", "remaining-fees-due"]);
export const feeRefundRuleSchema = z.enum(["refunded-pro-rata", "not-refunded"]);
export const fundingSharesSchema = z.enum(["all-or-none", "any"]);

export const rateCardRowSchema = z.strictObject({
  term: z.int().min(1).max(MAX_TERM),
  payer: payerSchema,
  feeBps: z.int().min(0).max(100_000),
});

export const rateCardSchema = z
  .strictObject({
    id: idSchema,
    channel: idSchema,
    version: z.int().min(1),
    name: textSchema,
    lenderName: textSchema,
    lenderShortName: textSchema,
    lenderType: lenderTypeSchema,
    roundingRule: roundingRuleSchema,
    billingDay: dayOfMonthSchema,
    dueDay: dayOfMonthSchema,
    overdueDailyRatePpm: z.int().min(0).max(1_000_000),
    earlyPayoffRule: earlyPayoffRuleSchema,
    feeRefundRule: feeRefundRuleSchema,
    fundingShares: fundingSharesSchema,
    minAmountFen: fenSchema,
    maxAmountFen: fenSchema,
    fromDate: calendarDateSchema,
    source: textSchema,
    isSample: z.boolean(),
    rows: z.array(rateCardRowSchema).min(1).max(MAX_CARD_ROWS),
  })
  .refine((card) => card.minAmountFen <= card.maxAmountFen, { path: ["maxAmountFen"], error: "Below the smallest amount" })
  .refine((card) => new Set(card.rows.map((row) => `${row.term} ${row.payer}`)).size === card.rows.length, {
    path: ["rows"],
    error: "The same term and payer twice",
  });

export const ceilingFormulaSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("fixed"), ceilingPpm: z.int().min(0).max(100_000_000) }),
  z.strictObject({ kind: z.literal("lpr-multiple"), multiple: z.int().min(1).max(100) }),
]);

export const policySchema = z.strictObject({
  id: idSchema,
  code: idSchema,
  version: z.int().min(1),
  nameZh: textSchema,
  nameEn: textSchema,
  kind: z.enum(["hard", "watch"]),
  measure: z.enum(["nominal", "effective"]),
  lenderTypes: z.array(lenderTypeSchema).min(1).max(5),
  formula: ceilingFormulaSchema,
  fromDate: calendarDateSchema,
  untilDate: calendarDateSchema.nullable(),
  source: textSchema,
});

export const lprRateSchema = z.strictObject({
  fromDate: calendarDateSchema,
  oneYearPpm: z.int().min(0).max(1_000_000),
  source: textSchema,
});

export const fundingSchema = z
  .strictObject({ consumerBps: basisPointsSchema, merchantBps: basisPointsSchema, platformBps: basisPointsSchema })
  .refine((funding) => funding.consumerBps + funding.merchantBps + funding.platformBps === 10_000, {
    error: "Shares must sum to 10,000",
  });

export const pricesSchema = z.strictObject({
  cashPriceFen: fenSchema,
  installmentPriceFen: fenSchema.optional(),
  financedFen: fenSchema.optional(),
  upfrontFeeFen: fenSchema.optional(),
  addOnsFen: fenSchema.optional(),
});

export const dateWindowSchema = z.strictObject({ from: calendarDateSchema, to: calendarDateSchema });

export const quoteInputSchema = z.strictObject({
  prices: pricesSchema,
  term: z.int().min(1).max(MAX_TERM),
  orderDate: calendarDateSchema,
  funding: fundingSchema,
  rateCard: rateCardSchema,
  policies: z.array(policySchema).max(MAX_POLICIES),
  lprRates: z.array(lprRateSchema).max(MAX_LPR_RATES),
  window: dateWindowSchema.optional(),
});

export type LenderType = z.infer<typeof lenderTypeSchema>;
export type Payer = z.infer<typeof payerSchema>;
export type RoundingRule = z.infer<typeof roundingRuleSchema>;
export type RateCard = z.infer<typeof rateCardSchema>;
export type RateCardRow = z.infer<typeof rateCardRowSchema>;
export type CeilingFormula = z.infer<typeof ceilingFormulaSchema>;
export type Policy = z.infer<typeof policySchema>;
export type LprRate = z.infer<typeof lprRateSchema>;
export type Funding = z.infer<typeof fundingSchema>;
export type Prices = z.infer<typeof pricesSchema>;
export type DateWindow = z.infer<typeof dateWindowSchema>;
export type QuoteInput = z.infer<typeof quoteInputSchema>;
