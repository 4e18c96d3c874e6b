import type { LprRate as LprRateRow, Policy as PolicyRow, RateCard as RateCardColumns, RateCardRow as RateCardRowColumns } from "@/generated/prisma/client";
import { calendarDate, type CalendarDate } from "@/lib/calendar/calendar-date";
import { toFen } from "@/lib/platform/fen-column";
import { lprRateSchema, payerSchema, policySchema, rateCardSchema, type LprRate, type Policy, type RateCard } from "@/lib/quote/schema";

const PAYER_ORDER = payerSchema.options;

/** Stored rows as the engine knows them. The order of fee rows is fixed, since a fingerprint covers it. */
export function toRateCard(row: RateCardColumns & { rows: RateCardRowColumns[] }): RateCard {
  return rateCardSchema.parse({
    id: row.id,
    channel: row.channel,
    version: row.version,
    name: row.name,
    lenderName: row.lenderName,
    lenderShortName: row.lenderShortName,
    lenderType: row.lenderType,
    roundingRule: row.roundingRule,
    billingDay: row.billingDay,
    dueDay: row.dueDay,
    overdueDailyRatePpm: row.overdueDailyRatePpm,
    earlyPayoffRule: row.earlyPayoffRule,
    feeRefundRule: row.feeRefundRule,
    fundingShares: row.fundingShares,
    minAmountFen: toFen(row.minAmountFen),
    maxAmountFen: toFen(row.maxAmountFen),
    fromDate: toDate(row.fromDate),
    source: row.source,
    isSample: row.isSample,
    rows: row.rows
      .map(({ term, payer, feeBps }) => ({ term, payer: payerSchema.parse(payer), feeBps }))
      .sort((a, b) => a.term - b.term || PAYER_ORDER.indexOf(a.payer) - PAYER_ORDER.indexOf(b.payer)),
  });
}

export function toPolicy(row: PolicyRow): Policy {
  const { id, code, version, nameZh, nameEn, kind, measure, lenderTypes, formula, source } = row;
  return policySchema.parse({
    id,
    code,
    version,
    nameZh,
    nameEn,
    kind,
    measure,
    lenderTypes,
    formula,
    fromDate: toDate(row.fromDate),
    untilDate: row.untilDate && toDate(row.untilDate),
    source,
  });
}

export function toLprRate(row: LprRateRow): LprRate {
  return lprRateSchema.parse({ fromDate: toDate(row.fromDate), oneYearPpm: row.oneYearPpm, source: row.source });
}

/** A date column comes as its UTC midnight. */
const toDate = (column: Date): CalendarDate => calendarDate(column.toISOString().slice(0, 10));
export const toDateColumn = (date: CalendarDate): Date => new Date(`${date}T00:00:00.000Z`);
