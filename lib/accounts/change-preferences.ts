import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Context } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import { getAccount } from "./queries";
import { changePreferencesInput, type ChangePreferencesInput } from "./schema";

/** Keeps language and theme with the person, so that another device shows the same. */
export async function changePreferences(ctx: Context, input: ChangePreferencesInput): Promise<void> {
  requirePermission(ctx, "account:edit");
  const change = changePreferencesInput.parse(input);
  await inTransaction(ctx, async (ctx) => {
    const { id, locale, theme } = await getAccount(ctx);
    await ctx.tx.user.updateMany({ where: { id }, data: change });
    await recordAudit(ctx, "user.preferences-changed", `user:${id}`, { before: { locale, theme }, after: { locale, theme, ...change } });
  });
}
