import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { z } from "zod";
import { systemClock, type Clock } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { networkOf } from "@/lib/platform/network-of";
import { processWide } from "@/lib/platform/process-wide";
import { inTransaction } from "@/lib/platform/transaction";
import type { SignedIn } from "./gates";
import { hashPassword, isPasswordOf } from "./password";
import { PASSWORD_LENGTH_MAX } from "./password-length";

const ATTEMPTS_PER_ACCOUNT = { points: 8, duration: 15 * 60 };
const ATTEMPTS_PER_ADDRESS = { points: 60, duration: 15 * 60 };

export const signInInput = z.object({ email: z.email().max(254).transform((email) => email.toLowerCase()), password: z.string().min(1).max(PASSWORD_LENGTH_MAX) });

const limiters = () =>
  processWide("sign-in-limiters", () => ({ account: new RateLimiterMemory(ATTEMPTS_PER_ACCOUNT), address: new RateLimiterMemory(ATTEMPTS_PER_ADDRESS) }));

/** Checks email and password. Refuses with invalid_credentials, whichever of the two is wrong, or rate_limited with the wait. */
export async function signIn(input: z.input<typeof signInInput>, address: string, clock: Clock = systemClock): Promise<SignedIn & { sessionVersion: number }> {
  const parsed = signInInput.safeParse(input);
  if (!parsed.success) throw new DomainError("invalid_credentials");
  const { email, password } = parsed.data;
  await spend(() => limiters().address.consume(networkOf(address)));
  await spend(() => limiters().account.consume(email));
  const ctx: Context = { actor: { kind: "public", id: null, name: "sign-in" }, clock, requestId: null, permissions: new Set(), scope: "sign-in" };
  const user = await inTransaction(ctx, ({ tx }) => tx.user.findUnique({ where: { email } }));
  // An unknown address costs as much time as a wrong password.
  const isRight = await isPasswordOf(user?.passwordHash ?? (await nobodysHash()), password);
  if (!user || !isRight) throw new DomainError("invalid_credentials");
  // Only failures count: an office behind one address signs in as often as it likes.
  await limiters().account.delete(email);
  await limiters().address.reward(networkOf(address));
  return { userId: user.id, name: user.name, locale: user.locale, theme: user.theme, sessionVersion: user.sessionVersion };
}

const nobodysHash = () => processWide("nobodys-hash", () => hashPassword("nobody has this password"));

async function spend(consume: () => Promise<unknown>): Promise<void> {
  try {
    await consume();
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new DomainError("rate_limited", { params: { seconds: Math.ceil(refusal.msBeforeNext / 1000) } });
  }
}
