import { z } from "zod";
import { placementSchema } from "@/lib/offers/schema";
import { DECISION_KINDS } from "./submission-state";

export const COPY_KINDS = ["title", "script", "description", "poster"] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

/** Of a text that is submitted; the check itself takes more. */
export const COPY_TEXT_MAX = 10_000;
export const REASON_MAX = 500;
export const REMARK_MAX = 1_000;
export const PHRASE_MAX = 60;
export const BULK_MAX = 200;

const idSchema = z.string().min(1).max(60);
const versionSchema = z.int().min(1).max(1_000_000);
const reasonSchema = z.string().trim().min(1).max(REASON_MAX);

/** Words that a person can read: not only spaces, signs and pictures. */
const HAS_WORDS = /[\p{L}\p{N}]/u;
export const copyTextSchema = z
  .string()
  .max(COPY_TEXT_MAX)
  .refine((text) => text.isWellFormed() && !text.includes("\0"), { params: { code: "broken-text" }, error: "Broken characters" })
  .refine((text) => HAS_WORDS.test(text), { params: { code: "no-words" }, error: "No words" });

/** `copyId` comes from the opened form, so that sending it twice makes one text. */
export const createCopyInput = z.strictObject({
  copyId: z
    .string()
    .regex(/^cpy_[0-9a-z]{26}$/)
    .optional(),
  productId: idSchema,
  placement: placementSchema,
  kind: z.enum(COPY_KINDS),
  offerId: idSchema.nullable(),
  text: copyTextSchema,
  pictureId: idSchema.nullable().optional(),
});
export type CreateCopyInput = z.input<typeof createCopyInput>;

/** `pictureId` left out keeps the poster of the version before. */
export const saveCopyInput = z.strictObject({ copyId: idSchema, expectedVersion: versionSchema, offerId: idSchema.nullable(), text: copyTextSchema, pictureId: idSchema.nullable().optional() });
export type SaveCopyInput = z.input<typeof saveCopyInput>;

export const uploadPosterInput = z.strictObject({ product: idSchema.optional() });

export const copyIdInput = z.strictObject({ copyId: idSchema });
export const submitCopyInput = z.strictObject({ copyId: idSchema, expectedVersion: versionSchema });
export const withdrawCopyInput = z.strictObject({ submissionId: idSchema });
export const takeDownOwnInput = z.strictObject({ copyId: idSchema, reason: reasonSchema });

export const claimInput = z.strictObject({ submissionId: idSchema });

export const findingDecisionSchema = z.strictObject({ finding: z.int().min(0).max(500), verdict: z.enum(["upheld", "overruled"]), reason: z.string().trim().max(REASON_MAX) });
export const decideInput = z.strictObject({
  submissionId: idSchema,
  expectedStateVersion: versionSchema,
  kind: z.enum(DECISION_KINDS),
  reason: reasonSchema,
  findings: z.array(findingDecisionSchema).max(500),
});
export type DecideInput = z.input<typeof decideInput>;

export const approveIdenticalInput = z.strictObject({ submissionId: idSchema, reason: reasonSchema });

export const remarkInput = z
  .strictObject({ copyId: idSchema, version: versionSchema, start: z.int().min(0).max(COPY_TEXT_MAX), end: z.int().min(0).max(COPY_TEXT_MAX), text: z.string().trim().min(1).max(REMARK_MAX) })
  .refine(({ start, end }) => start <= end, { path: ["end"], error: "Ends before it begins" });
export type RemarkInput = z.input<typeof remarkInput>;

export const phraseSchema = z.string().trim().min(2).max(PHRASE_MAX);
export const takeDownInput = z.strictObject({ phrase: phraseSchema, reason: reasonSchema });

/** Why something is proposed. */
export const proposalNoteSchema = reasonSchema;
export const approveProposalInput = z.strictObject({ proposalId: idSchema });
export const refuseProposalInput = z.strictObject({ proposalId: idSchema, reason: reasonSchema });
