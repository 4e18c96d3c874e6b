import { z } from "zod";
import { AUDIT_GROUPS } from "./audit-groups";

/** Milliseconds and id of the entry a page ends at. */
const cursorSchema = z
  .string()
  .max(80)
  .regex(/^\d{1,14}\.\w{1,64}$/);

export const listAuditInput = z.object({
  group: z.enum(AUDIT_GROUPS).optional(),
  /** id of who did it */
  actor: z.string().min(1).max(64).optional(),
  /** "kind:id" of what it was done to */
  subject: z.string().min(1).max(120).optional(),
  /** only from the platform: one shop instead of all */
  shop: z.string().min(1).max(64).optional(),
  older: cursorSchema.optional(),
  newer: cursorSchema.optional(),
});
export type ListAuditInput = z.input<typeof listAuditInput>;
