import { Bell, HandCoins, History, House, Landmark, Package, Scale, Settings, Tag, type LucideIcon } from "lucide-react";

export type NavKey = "home" | "products" | "offers" | "labels" | "rateCards" | "policies" | "notifications" | "activity" | "settings";

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

/** What not everybody may open is left out for those who may not. */
export interface NavReader {
  /** null in the platform's workspace */
  shopId: string | null;
  mayReadActivity: boolean;
}

export function navFor({ shopId, mayReadActivity }: NavReader): readonly NavGroup[] {
  const groups = shopId === null ? PLATFORM_NAV : shopNav(shopId);
  return mayReadActivity ? groups : groups.map((group) => ({ ...group, items: group.items.filter(({ key }) => key !== "activity") }));
}

function shopNav(shopId: string): readonly NavGroup[] {
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
        { key: "activity", href: `${base}/activity`, icon: History },
        { key: "settings", href: `${base}/settings`, icon: Settings },
      ],
    },
  ];
}

const PLATFORM_NAV: readonly NavGroup[] = [
  {
    key: "platform",
    items: [
      { key: "rateCards", href: "/platform/rate-cards", icon: Landmark },
      { key: "policies", href: "/platform/policies", icon: Scale },
      { key: "activity", href: "/platform/activity", icon: History },
      { key: "settings", href: "/platform/settings", icon: Settings },
    ],
  },
];

export function isCurrent(item: NavItem, pathname: string): boolean {
  return pathname === item.href || (!item.isRoot && pathname.startsWith(`${item.href}/`));
}
