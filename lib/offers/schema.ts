import { z } from "zod";
import { fundingSchema } from "@/lib/quote/schema";
import { PLACEMENTS } from "./placement";

export const placementSchema = z.enum(PLACEMENTS);

export const TARGET_VALUES_MAX = 1000;
export const WINDOW_DAYS_MAX = 366;
export const TERMS_MAX = 6;
export const PRIORITY_MAX = 1000;
export const AMOUNT_FEN_MAX = 100_000_000_000;

const targetSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("all") }),
  z.object({ kind: z.literal("categories"), categories: z.array(z.string().min(1).max(60)).min(1).max(TARGET_VALUES_MAX) }),
  z.object({ kind: z.literal("tags"), tags: z.array(z.string().min(1).max(60)).min(1).max(TARGET_VALUES_MAX) }),
  z.object({ kind: z.literal("products"), productIds: z.array(z.string().min(1).max(60)).min(1).max(TARGET_VALUES_MAX) }),
]);
export type Target = z.infer<typeof targetSchema>;

function allDifferent(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

/** What an offer says: the draft while it is edited, a revision once it was published. Instants are ISO with offset; amounts are fen. */
export const offerContentSchema = z.object({
  name: z.string().trim().min(1).max(30),
  channel: z.string().min(1).max(40),
  terms: z.array(z.int().min(1).max(60)).min(1).max(TERMS_MAX).refine(allDifferent, { params: { key: "offers.problems.twice" } }),
  funding: fundingSchema,
  /** from inclusive, to exclusive */
  window: z.object({ from: z.iso.datetime({ offset: true }), to: z.iso.datetime({ offset: true }) }),
  minAmountFen: z.int().min(0).max(AMOUNT_FEN_MAX),
  maxAmountFen: z.int().min(1).max(AMOUNT_FEN_MAX),
  /** merchant-borne fee that may be spent; null where the merchant bears none or sets no limit */
  budgetFen: z.int().min(1).max(AMOUNT_FEN_MAX).nullable(),
  /** share of the budget at which the shop's people are warned */
  warnAtBps: z.int().min(1).max(10_000),
  target: targetSchema,
  placements: z.array(placementSchema).min(1).max(PLACEMENTS.length).refine(allDifferent, { params: { key: "offers.problems.twice" } }),
  priority: z.int().min(0).max(PRIORITY_MAX),
  /** code of the label template per chosen placement */
  templates: z.partialRecord(placementSchema, z.string().min(1).max(60)),
});
export type OfferContent = z.infer<typeof offerContentSchema>;

const offerIdSchema = z.string().min(1).max(60);
const versionSchema = z.int().min(0).max(1_000_000);
const reasonSchema = z.string().trim().min(1).max(500);

/** `offerId` comes from the opened form, so that sending it twice makes one offer. */
export const createOfferInput = z.strictObject({
  offerId: z
    .string()
    .regex(/^ofr_[0-9a-z]{26}$/)
    .optional(),
  content: offerContentSchema,
});
export const saveDraftInput = z.strictObject({ offerId: offerIdSchema, expectedDraftVersion: versionSchema, content: offerContentSchema });
export const publishOfferInput = z.strictObject({ offerId: offerIdSchema, expectedDraftVersion: versionSchema, expectedRevision: versionSchema });
export const pauseOfferInput = z.strictObject({ offerId: offerIdSchema, reason: reasonSchema });
export const resumeOfferInput = z.strictObject({ offerId: offerIdSchema, reason: z.string().trim().max(500).optional() });
export const endOfferInput = z.strictObject({ offerId: offerIdSchema, reason: reasonSchema });
export const recordBudgetUseInput = z.strictObject({
  offerId: offerIdSchema,
  /** merchant-borne fee by the channel's bill; negative where it was given back */
  amountFen: z
    .int()
    .min(-AMOUNT_FEN_MAX)
    .max(AMOUNT_FEN_MAX)
    .refine((amount) => amount !== 0, { params: { key: "offers.problems.zeroAmount" } }),
  /** the bill's own number: the same reference counts once */
  reference: z.string().trim().min(1).max(80),
});
