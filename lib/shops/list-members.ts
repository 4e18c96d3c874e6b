import { isRole, type Role } from "@/lib/access/roles";
import { requirePermission } from "@/lib/access/require-permission";
import type { ShopContext } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";

const MEMBERS_PER_PAGE = 50;

export interface Member {
  userId: string;
  name: string;
  email: string;
  role: Role;
  since: string;
}

/** Who works in the shop, in the order in which they came. */
export async function listMembers(ctx: ShopContext, { after }: { after?: string } = {}): Promise<{ members: Member[]; next: string | null }> {
  requirePermission(ctx, "shop:view");
  const rows = await inRead(ctx, ({ tx }) =>
    tx.membership.findMany({
      where: { shopId: ctx.shopId },
      select: { id: true, role: true, createdAt: true, user: { select: { id: true, name: true, email: true } } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: MEMBERS_PER_PAGE + 1,
      ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    }),
  );
  const page = rows.slice(0, MEMBERS_PER_PAGE);
  const members = page.flatMap(({ role, createdAt, user }) => (isRole(role) ? [{ userId: user.id, name: user.name, email: user.email, role, since: createdAt.toISOString() }] : []));
  return { members, next: rows.length > MEMBERS_PER_PAGE ? (page.at(-1)?.id ?? null) : null };
}
