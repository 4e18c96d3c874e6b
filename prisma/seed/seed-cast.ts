import { hashPassword } from "@/lib/access/password";
import type { SystemContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import { DEMO_PASSWORD, PEOPLE, SHOPS } from "./cast";

/** Shops and people. Whoever is there already stays as is. */
export async function seedCast(ctx: SystemContext): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await inTransaction(ctx, async ({ tx }) => {
    await tx.shop.createMany({ data: Object.values(SHOPS).map(({ id, name }) => ({ id, name })), skipDuplicates: true });
    await tx.user.createMany({ data: Object.values(PEOPLE).map(({ id, email, name }) => ({ id, email, name, passwordHash })), skipDuplicates: true });
    await tx.membership.createMany({
      data: Object.values(PEOPLE).flatMap(({ id, roles }) =>
        roles.map(({ shopId, role }: { shopId: string | null; role: string }) => ({ id: `mem_${id}_${shopId ?? "platform"}_${role}`, userId: id, shopId, role })),
      ),
      skipDuplicates: true,
    });
  });
}
