import { systemClock } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";
import { asUser, type SignedIn } from "./gates";

/** What the session cookie's token holds. */
export interface SessionToken {
  userId: string;
  sessionVersion: number;
}

/** The person behind a token, or null when the user is gone or has ended all sessions since. */
export async function findSignedIn(token: SessionToken | null): Promise<SignedIn | null> {
  if (!token || typeof token.userId !== "string" || typeof token.sessionVersion !== "number") return null;
  const ctx: Context = asUser({ userId: token.userId, name: "", locale: null, theme: null }, { clock: systemClock });
  const user = await inRead(ctx, ({ tx }) => tx.user.findUnique({ where: { id: token.userId } }));
  if (!user || user.sessionVersion !== token.sessionVersion) return null;
  return { userId: user.id, name: user.name, locale: user.locale, theme: user.theme };
}
