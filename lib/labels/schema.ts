import { z } from "zod";

const STOP_REASON_MAX = 200;

export const stopLabelsInput = z.strictObject({ reason: z.string().trim().min(1).max(STOP_REASON_MAX) });
export type StopLabelsInput = z.input<typeof stopLabelsInput>;
