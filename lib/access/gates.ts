import { systemClock, type Clock } from "@/lib/platform/clock";
import type { Context, PlatformContext, ShopContext, ShopId, SystemContext } from "@/lib/platform/context";
import { DomainError, notFound } from "@/lib/platform/errors";
import { inRead } from "@/lib/platform/transaction";
import { OWN_PERMISSIONS, permissionsOf } from "./roles";

/** Who is signed in, as the session says after it was checked against the user row. */
export interface SignedIn {
  userId: string;
  name: string;
  locale: string | null;
  theme: string | null;
}

export interface Circumstances {
  clock?: Clock;
  requestId?: string | null;
}

/** The gate to one shop: only here a person's ShopId is minted. Not a member: not found. */
export async function enterShop(who: SignedIn, shopId: string, { clock = systemClock, requestId = null }: Circumstances = {}): Promise<ShopContext> {
  // A server action gets its arguments as the browser sent them, whatever their declared type.
  if (typeof shopId !== "string") throw notFound("shop");
  const user = asUser(who, { clock, requestId });
  const roles = await inRead(user, ({ tx }) => tx.membership.findMany({ where: { userId: who.userId, shopId }, select: { role: true } }));
  if (roles.length === 0) throw notFound("shop");
  return { ...user, scope: "shop", shopId: shopId as ShopId, permissions: permissionsOf(roles.map(({ role }) => role)) };
}

/** The gate to the platform's workspace. */
export async function enterPlatform(who: SignedIn, circumstances: Circumstances = {}): Promise<PlatformContext> {
  const user = asUser(who, circumstances);
  const roles = await inRead(user, ({ tx }) => tx.membership.findMany({ where: { userId: who.userId, shopId: null }, select: { role: true } }));
  if (roles.length === 0) throw new DomainError("forbidden");
  return { ...user, scope: "platform", permissions: permissionsOf(roles.map(({ role }) => role)) };
}

/** The gate that is open to everybody: what a shop shows to the public, and no permission. */
export async function enterStore(shopId: string, { clock = systemClock, requestId = null }: Circumstances = {}): Promise<ShopContext> {
  const ctx: ShopContext = { actor: { kind: "public", id: null, name: "public" }, clock, requestId, permissions: new Set(), scope: "shop", shopId: shopId as ShopId };
  const shop = await inRead(ctx, ({ tx }) => tx.shop.findUnique({ where: { id: shopId }, select: { id: true } }));
  if (!shop) throw notFound("shop");
  return ctx;
}

/** A person outside any workspace: sees the own user row and the own memberships. */
export function asUser(who: SignedIn, { clock = systemClock, requestId = null }: Circumstances = {}): Context {
  return { actor: { kind: "user", id: who.userId, name: who.name }, clock, requestId, permissions: OWN_PERMISSIONS, scope: "user" };
}

/** The product itself: compiles labels, runs jobs. Never made from a request's data. */
export function asSystem({ clock = systemClock, requestId = null }: Circumstances = {}): SystemContext {
  return { actor: { kind: "system", id: null, name: "system" }, clock, requestId, permissions: new Set(), scope: "system" };
}

/** The product itself, for one shop: what a job does for it. */
export function asSystemInShop(shopId: string, circumstances: Circumstances = {}): ShopContext {
  return { ...asSystem(circumstances), scope: "shop", shopId: shopId as ShopId };
}
