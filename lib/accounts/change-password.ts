import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { hashPassword, isPasswordOf } from "@/lib/access/password";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Context } from "@/lib/platform/context";
import { DomainError, notFound } from "@/lib/platform/errors";
import { processWide } from "@/lib/platform/process-wide";
import { inTransaction } from "@/lib/platform/transaction";
import { changePasswordInput, type ChangePasswordInput } from "./schema";

const ATTEMPTS = { points: 8, duration: 15 * 60 };

/** Sets a new password and ends every session, the one that asked included. Refuses with invalid_credentials where the current one is wrong. */
export async function changePassword(ctx: Context, input: ChangePasswordInput): Promise<void> {
  requirePermission(ctx, "account:edit");
  const { currentPassword, newPassword } = changePasswordInput.parse(input);
  const id = ctx.actor.id ?? "";
  await spendAttempt(id);
  const passwordHash = await hashPassword(newPassword);
  await inTransaction(ctx, async (ctx) => {
    const user = await ctx.tx.user.findUnique({ where: { id } });
    if (!user) throw notFound("user");
    if (!(await isPasswordOf(user.passwordHash, currentPassword))) throw new DomainError("invalid_credentials");
    const { count } = await ctx.tx.user.updateMany({
      where: { id, passwordHash: user.passwordHash, sessionVersion: user.sessionVersion },
      data: { passwordHash, sessionVersion: { increment: 1 } },
    });
    if (count === 0) throw new DomainError("conflict");
    await recordAudit(ctx, "user.password-changed", `user:${id}`);
  });
}

async function spendAttempt(userId: string): Promise<void> {
  const limiter = processWide("password-change-limiter", () => new RateLimiterMemory(ATTEMPTS));
  try {
    await limiter.consume(userId);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new DomainError("rate_limited", { params: { seconds: Math.ceil(refusal.msBeforeNext / 1000) } });
  }
}
