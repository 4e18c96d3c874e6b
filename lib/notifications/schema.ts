import { z } from "zod";

export const NOTIFICATIONS_MARKED_MAX = 200;

/** Either the ones named, or everything that is unread now. */
export const markReadInput = z.object({ ids: z.array(z.string().min(1).max(60)).min(1).max(NOTIFICATIONS_MARKED_MAX).optional() });
export type MarkReadInput = z.input<typeof markReadInput>;
