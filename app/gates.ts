import { notFound, redirect } from "next/navigation";
import { headers } from "next/headers";
import { cache } from "react";
import { asUser, enterPlatform, enterShop, type Circumstances, type SignedIn } from "@/lib/access/gates";
import type { Context, PlatformContext, ShopContext } from "@/lib/platform/context";
import { isDomainError } from "@/lib/platform/errors";
import { currentUser } from "./session";

/** The gate of every page and action of one shop: signed in and a member, or not found. */
export const openShop = cache(async (shopId: string): Promise<ShopContext> => orNotFound(enterShop(await requireUser(), shopId, await circumstances())));

/** The gate of the platform's own pages. */
export const openPlatform = cache(async (): Promise<PlatformContext> => orNotFound(enterPlatform(await requireUser(), await circumstances())));

/** The gate of what belongs to the person and to no shop. */
export const openAccount = cache(async (): Promise<Context> => asUser(await requireUser(), await circumstances()));

export async function requireUser(): Promise<SignedIn> {
  const user = await currentUser();
  if (!user) redirect("/sign-in?ended=1");
  return user;
}

/** For pages: what is not there, or not theirs, is the not-found page. */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (isDomainError(error) && (error.code === "not_found" || error.code === "forbidden")) notFound();
    throw error;
  }
}

async function circumstances(): Promise<Circumstances> {
  return { requestId: (await headers()).get("x-request-id") };
}
