import { Bell, BookText, ChartColumn, CircleStop, FileText, HandCoins, History, House, Landmark, ListChecks, Package, Scale, Settings, Tag, type LucideIcon } from "lucide-react";

export type NavKey = "home" | "products" | "offers" | "labels" | "copy" | "reviews" | "reviewNumbers" | "templates" | "copyRules" | "takeDowns" | "rateCards" | "policies" | "notifications" | "activity" | "settings";

export interface NavItem {
  key: NavKey;
  href: string;
  icon: LucideIcon;
  /** Exact match only: the address is a prefix of all the others. */
  isRoot?: boolean;
}

export interface NavGroup {
  key: "work" | "terms" | "shop" | "review" | "platform";
  items: readonly NavItem[];
}

/** What not everybody may open is left out for those who may not. */
export interface NavReader {
  /** null in the platform's workspace */
  shopId: string | null;
  mayReadActivity: boolean;
  mayReview?: boolean;
  mayLeadReviews?: boolean;
}

export function navFor({ shopId, mayReadActivity, mayReview = false, mayLeadReviews = false }: NavReader): readonly NavGroup[] {
  const review = { ...REVIEW_GROUP, items: REVIEW_GROUP.items.filter(({ key }) => mayLeadReviews || key !== "takeDowns") };
  const groups = shopId !== null ? shopNav(shopId) : mayReview ? [review, ...PLATFORM_NAV] : PLATFORM_NAV;
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
        { key: "copy", href: `${base}/copy`, icon: FileText },
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

const REVIEW_GROUP: NavGroup = {
  key: "review",
  items: [
    { key: "reviews", href: "/platform/reviews", icon: ListChecks },
    { key: "reviewNumbers", href: "/platform/review-numbers", icon: ChartColumn },
    { key: "templates", href: "/platform/templates", icon: Tag },
    { key: "copyRules", href: "/platform/copy-rules", icon: BookText },
    { key: "takeDowns", href: "/platform/take-downs", icon: CircleStop },
  ],
};

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
