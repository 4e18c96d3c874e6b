import { z } from "zod";
import { MAX_FEN, fen } from "@/lib/money/fen";
import type { Placement } from "@/lib/offers/placement";

export const BATCH_MAX = 200;

export const PLACEMENT_BY_SLUG = { livestream: "LIVESTREAM", showcase: "SHOWCASE", poi: "POI" } as const satisfies Record<string, Placement>;
const placementSlugSchema = z.enum(["livestream", "showcase", "poi"]);
export type PlacementSlug = z.infer<typeof placementSlugSchema>;

const nameSchema = z.string().min(1).max(200);
const amountSchema = z.int().min(1).max(MAX_FEN).transform((amount) => fen(amount));
const instantSchema = z.iso.datetime({ offset: true, error: "An instant as 2026-11-22T12:00:00+08:00" }).transform((text) => new Date(text));

/** One question for a label. `product` and `sku` are our id or the merchant's own one. */
export const labelAskSchema = z.strictObject({
  shop: nameSchema,
  product: nameSchema,
  sku: nameSchema.optional(),
  placement: placementSlugSchema,
  amount: amountSchema.optional(),
  at: instantSchema.optional(),
});
export type LabelAsk = z.infer<typeof labelAskSchema>;

/** The same from a query string, where the amount comes as digits. */
export const labelQuerySchema = z.strictObject({
  ...labelAskSchema.shape,
  amount: z
    .string()
    .regex(/^[1-9]\d{0,11}$/, { error: "Whole fen, digits only" })
    .transform(Number)
    .pipe(amountSchema)
    .optional(),
  // A plus sign that was not encoded arrives as a space; here it can mean nothing else.
  at: z
    .string()
    .transform((text) => text.replace(/ (\d{2}:\d{2})$/, "+$1"))
    .pipe(instantSchema)
    .optional(),
});

export const labelBatchSchema = z.strictObject({ items: z.array(labelAskSchema).min(1).max(BATCH_MAX) });

/** Reads `?shop=…`; an unknown parameter, or one given twice, is refused by name. */
export function parseLabelQuery(search: string): LabelAsk {
  const query = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(search)) {
    const before = query.get(name);
    query.set(name, before === undefined ? value : [before, value].flat());
  }
  return labelQuerySchema.parse(Object.fromEntries(query));
}

const disclosureQuerySchema = z.object({ ...labelQuerySchema.omit({ shop: true }).shape, quote: z.string().max(200).optional() });

/** Reads the address of a disclosure sheet; null where it names no label. */
export function readDisclosureQuery(raw: Record<string, string | string[] | undefined>): z.infer<typeof disclosureQuerySchema> | null {
  const parsed = disclosureQuerySchema.safeParse(raw);
  return parsed.success ? parsed.data : null;
}
