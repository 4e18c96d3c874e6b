"use client";
import { PLATFORM_NAV, shopNav } from "./nav-items";
import { SideNav } from "./side-nav";

/** Icons are functions and cannot cross from the server, so the list is made here. */
export function ShopSideNav({ shopId }: { shopId: string | null }) {
  return <SideNav groups={shopId ? shopNav(shopId) : PLATFORM_NAV} />;
}
