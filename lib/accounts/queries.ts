import type { Context, SystemContext } from "@/lib/platform/context";
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

const DEMO_ID_PREFIX = "usr_demo_";

/** Whether the demo cast was loaded into this installation: only then does the sign-in page offer its logins. */
export async function isDemoLoaded(ctx: SystemContext): Promise<boolean> {
  const demo = await inRead(ctx, ({ tx }) => tx.user.findFirst({ where: { id: { startsWith: DEMO_ID_PREFIX } }, select: { id: true } }));
  return demo !== null;
}
