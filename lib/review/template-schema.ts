import { z } from "zod";
import { TEMPLATE_KINDS } from "@/lib/label-text/template";
import { PLACEMENTS } from "@/lib/offers/placement";
import { calendarDateSchema } from "@/lib/quote/schema";
import { proposalNoteSchema } from "./schema";

const TEMPLATE_CODE_MAX = 40;
export const LINE_MAX = 60;

/** Characters that nobody sees would make two labels look the same that are not. */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]/u;

export const templateCodeSchema = z
  .string()
  .trim()
  .min(1)
  .max(TEMPLATE_CODE_MAX)
  .refine((code) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code), { params: { code: "code-shape", key: "templates.problems.code-shape" }, error: "Small letters, digits and hyphens" });

export const templateLineSchema = z
  .string()
  .trim()
  .min(1)
  .max(LINE_MAX)
  .refine((line) => !HIDDEN.test(line), { params: { code: "hidden-characters", key: "templates.problems.hidden-characters" }, error: "Hidden characters" });

export const templatePlacementsSchema = z
  .array(z.enum(PLACEMENTS))
  .min(1)
  .max(PLACEMENTS.length)
  .transform((chosen) => PLACEMENTS.filter((placement) => chosen.includes(placement)));

/** The newest version of the code that the author has seen; 0 for a new code. */
const expectedVersionSchema = z.int().min(0).max(1_000_000);

const wordsShape = { code: templateCodeSchema, kind: z.enum(TEMPLATE_KINDS), placements: templatePlacementsSchema, mainLine: templateLineSchema, subLine: templateLineSchema };

export const proposeTemplateInput = z.discriminatedUnion("change", [
  z.strictObject({ change: z.literal("words"), ...wordsShape, expectedVersion: expectedVersionSchema, fromDate: calendarDateSchema, note: proposalNoteSchema }),
  z.strictObject({ change: z.literal("retire"), code: templateCodeSchema, expectedVersion: expectedVersionSchema.min(1), fromDate: calendarDateSchema, note: proposalNoteSchema }),
]);
export type ProposeTemplateInput = z.input<typeof proposeTemplateInput>;

/** What a proposal keeps; `basis` is the version that it follows, 0 for a new code. */
export const templateChangeSchema = z.discriminatedUnion("change", [
  z.strictObject({ change: z.literal("words"), ...wordsShape, basis: z.int().min(0) }),
  z.strictObject({ change: z.literal("retire"), code: templateCodeSchema, basis: z.int().min(1) }),
]);
export type TemplateChange = z.output<typeof templateChangeSchema>;

/** What the form holds; a retirement leaves the words as they are. */
export const templateFormSchema = z.object({ change: z.enum(["words", "retire"]), ...wordsShape, fromDate: calendarDateSchema, note: proposalNoteSchema });
export type TemplateFormInput = Omit<z.input<typeof templateFormSchema>, "change" | "note">;
export type TemplateFormOutput = z.output<typeof templateFormSchema>;

/** Words on their way to a proposal, without what only the record needs. */
export const tryTemplateInput = z.strictObject({ change: z.enum(["words", "retire"]), ...wordsShape, expectedVersion: expectedVersionSchema, fromDate: calendarDateSchema });
export type TryTemplateInput = z.input<typeof tryTemplateInput>;
