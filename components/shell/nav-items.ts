import { Bell, HandCoins, House, Landmark, Package, Scale, Settings, Tag, type LucideIcon } from "lucide-react";

export type NavKey = "home" | "products" | "offers" | "labels" | "rateCards" | "policies" | "notifications" | "settings";

export interface NavItem {
  key: NavKey;
  href: string;
  icon: LucideIcon;
  /** Exact match only: the address is a prefix of all the others. */
  isRoot?: boolean;
}

export interface NavGroup {
  key: "work" | "terms" | "shop" | "platform";
  items: readonly NavItem[];
}

export function shopNav(shopId: string): readonly NavGroup[] {
  const base = `/s/${shopId}`;
  return [
    {
      key: "work",
      items: [
        { key: "home", href: base, icon: House, isRoot: true },
        { key: "products", href: `${base}/products`, icon: Package },
        { key: "offers", href: `${base}/offers`, icon: HandCoins },
        { key: "labels", href: `${base}/labels`, icon: Tag },
      ],
    },
    {
      key: "terms",
      items: [
        { key: "rateCards", href: `${base}/rate-cards`, icon: Landmark },
        { key: "policies", href: `${base}/policies`, icon: Scale },
      ],
    },
    {
      key: "shop",
      items: [
        { key: "notifications", href: `${base}/notifications`, icon: Bell },
        { key: "settings", href: `${base}/settings`, icon: Settings },
      ],
    },
  ];
}

export const PLATFORM_NAV: readonly NavGroup[] = [
  {
    key: "platform",
    items: [
      { key: "rateCards", href: "/platform/rate-cards", icon: Landmark },
      { key: "policies", href: "/platform/policies", icon: Scale },
      { key: "settings", href: "/platform/settings", icon: Settings },
    ],
  },
];

export function isCurrent(item: NavItem, pathname: string): boolean {
  return pathname === item.href || (!item.isRoot && pathname.startsWith(`${item.href}/`));
}
