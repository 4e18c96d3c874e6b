import { z } from "zod";
import { parseYuan } from "@/lib/money/parse-yuan";
import type { Placement } from "@/lib/offers/placement";
import { placementSchema } from "@/lib/offers/schema";
import type { Fen } from "@/lib/money/fen";

export interface LabelsQuery {
  product: string | null;
  sku: string | null;
  at: Date | null;
  amount: Fen | null;
  amountText: string;
  /** whose history is shown */
  history: Placement;
  before: Date | null;
}

export type RawQuery = Record<string, string | string[] | undefined>;

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/;

/** Reads the address of the page; what cannot be read counts as not given. */
export function readLabelsQuery(raw: RawQuery): LabelsQuery {
  const text = (name: string) => [raw[name]].flat()[0]?.trim() || null;
  const amountText = text("amount") ?? "";
  const amount = amountText ? parseYuan(amountText) : null;
  const placement = placementSchema.safeParse(text("placement"));
  return {
    product: text("product"),
    sku: text("sku"),
    at: instantOf(text("at")),
    amount: amount?.ok && amount.fen > 0 ? amount.fen : null,
    amountText,
    history: placement.success ? placement.data : "LIVESTREAM",
    before: instantOf(text("before")),
  };
}

/** An instant as the history writes it, or a local time of Shanghai as the field gives it. */
function instantOf(text: string | null): Date | null {
  if (!text) return null;
  const parsed = z.iso.datetime({ offset: true }).safeParse(LOCAL.test(text) ? `${text.length === 16 ? `${text}:00` : text}+08:00` : text);
  return parsed.success ? new Date(parsed.data) : null;
}

/** The local time of Shanghai for the field, to the second. */
export function toLocalText(instant: Date | null): string {
  return instant ? new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19) : "";
}
