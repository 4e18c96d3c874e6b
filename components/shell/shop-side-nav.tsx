"use client";
import { navFor, type NavReader } from "./nav-items";
import { SideNav } from "./side-nav";

/** Icons are functions and cannot cross from the server, so the list is made here. */
export function ShopSideNav(reader: NavReader) {
  return <SideNav groups={navFor(reader)} />;
}
