import type { Context } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { inRead } from "@/lib/platform/transaction";

export interface Account {
  id: string;
  email: string;
  name: string;
  locale: string | null;
  theme: string | null;
}

/** The account of the person who asks. */
export async function getAccount(ctx: Context): Promise<Account> {
  const account = await inRead(ctx, ({ tx, actor }) =>
    tx.user.findUnique({ where: { id: actor.id ?? "" }, select: { id: true, email: true, name: true, locale: true, theme: true } }),
  );
  if (!account) throw notFound("user");
  return account;
}
