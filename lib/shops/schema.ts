import { z } from "zod";

export const SHOP_NAME_LENGTH_MAX = 40;

export const renameShopInput = z.object({
  name: z.string().trim().min(1).max(SHOP_NAME_LENGTH_MAX),
  /** the name that the person saw: somebody else's change in between is a conflict */
  expectedName: z.string().max(SHOP_NAME_LENGTH_MAX),
});
export type RenameShopInput = z.input<typeof renameShopInput>;
