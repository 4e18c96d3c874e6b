import type { z } from "zod";
import type { offerContentSchema } from "@/lib/offers/schema";

/** The form holds an offer's content as it is kept, so that nothing is translated back and forth. */
export type OfferFormValues = z.input<typeof offerContentSchema>;
