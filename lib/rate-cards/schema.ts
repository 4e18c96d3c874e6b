import { z } from "zod";
import {
  calendarDateSchema,
  ceilingFormulaSchema,
  earlyPayoffRuleSchema,
  feeRefundRuleSchema,
  fenSchema,
  fundingSharesSchema,
  lenderTypeSchema,
  payerSchema,
  roundingRuleSchema,
} from "@/lib/quote/schema";

/** The channel whose card holds where nobody names another. */
export const DEFAULT_CHANNEL = "douyin-monthly-pay";

export const CARD_TERM_MAX = 60;
export const CARD_TERMS_MAX = 12;
export const FEE_BPS_MAX = 10_000;
export const OVERDUE_PPM_MAX = 10_000;
/** The label's second line is narrow, and the lender must stand on it whole. */
const LENDER_SHORT_NAME_MAX = 4;
export const LPR_PPM_MAX = 200_000;
export const CEILING_PPM_MAX = 10_000_000;
const PAYERS = payerSchema.options.length;

const codeSchema = z
  .string()
  .trim()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const sourceSchema = z.string().trim().min(1).max(1_000);
const dayOfMonthSchema = z.int().min(1).max(31);
/** The newest version the author has seen; 0 where there is none yet. */
const expectedVersionSchema = z.int().min(0);

export const publishRateCardInput = z.strictObject({
  expectedVersion: expectedVersionSchema,
  channel: codeSchema,
  name: z.string().trim().min(1).max(60),
  lenderName: z.string().trim().min(1).max(60),
  lenderShortName: z.string().trim().min(1).max(LENDER_SHORT_NAME_MAX),
  lenderType: lenderTypeSchema,
  roundingRule: roundingRuleSchema,
  billingDay: dayOfMonthSchema,
  dueDay: dayOfMonthSchema,
  overdueDailyRatePpm: z.int().min(0).max(OVERDUE_PPM_MAX),
  earlyPayoffRule: earlyPayoffRuleSchema,
  feeRefundRule: feeRefundRuleSchema,
  fundingShares: fundingSharesSchema,
  minAmountFen: fenSchema,
  maxAmountFen: fenSchema,
  fromDate: calendarDateSchema,
  source: sourceSchema,
  isSample: z.boolean(),
  rows: z
    .array(z.strictObject({ term: z.int().min(1).max(CARD_TERM_MAX), payer: payerSchema, feeBps: z.int().min(0).max(FEE_BPS_MAX) }))
    .min(1)
    .max(CARD_TERMS_MAX * PAYERS),
});
export type PublishRateCardInput = z.output<typeof publishRateCardInput>;

export const publishPolicyInput = z.strictObject({
  expectedVersion: expectedVersionSchema,
  code: codeSchema,
  nameZh: z.string().trim().min(1).max(60),
  nameEn: z.string().trim().min(1).max(120),
  kind: z.enum(["hard", "watch"]),
  measure: z.enum(["nominal", "effective"]),
  lenderTypes: z.array(lenderTypeSchema).min(1).max(lenderTypeSchema.options.length),
  formula: ceilingFormulaSchema,
  fromDate: calendarDateSchema,
  untilDate: calendarDateSchema.nullable(),
  source: sourceSchema,
});
export type PublishPolicyInput = z.output<typeof publishPolicyInput>;

export const publishLprRateInput = z.strictObject({
  /** The newest version for this date that the author has seen; 0 where the date has none yet. */
  expectedVersion: expectedVersionSchema,
  fromDate: calendarDateSchema,
  oneYearPpm: z.int().min(1).max(LPR_PPM_MAX),
  source: sourceSchema,
});
export type PublishLprRateInput = z.output<typeof publishLprRateInput>;
