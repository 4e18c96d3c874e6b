import type { Context } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import type { Permission } from "./roles";

/** Line one of every write, and of every read that not everybody in the shop may make. */
export function requirePermission(ctx: Context, permission: Permission): void {
  if (!ctx.permissions.has(permission)) throw new DomainError("forbidden", { params: { permission } });
}

export const can = (ctx: Context, permission: Permission): boolean => ctx.permissions.has(permission);
