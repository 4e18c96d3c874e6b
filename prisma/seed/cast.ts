import type { Role } from "@/lib/access/roles";

/** The demo cast: seed, tests and end-to-end tests all speak of these shops and people. All of it is invented. */
export const DEMO_PASSWORD = "yuefu-demo-2026";

export const SHOPS = {
  tea: { id: "shanshe", name: "山舍茶器" },
  empty: { id: "xinyu", name: "新雨数码" },
  other: { id: "beian", name: "北岸户外" },
} as const;

interface Person {
  id: string;
  email: string;
  name: string;
  roles: { shopId: string | null; role: Role }[];
}

const inShop = (shop: keyof typeof SHOPS, role: Role) => ({ shopId: SHOPS[shop].id, role });
const onPlatform = (role: Role) => ({ shopId: null, role });

export const PEOPLE = {
  owner: { id: "usr_demo_owner", email: "owner@shanshe.example", name: "林见山", roles: [inShop("tea", "shop_owner"), inShop("empty", "shop_owner")] },
  operator: { id: "usr_demo_operator", email: "operator@shanshe.example", name: "周小满", roles: [inShop("tea", "shop_operator")] },
  finance: { id: "usr_demo_finance", email: "finance@shanshe.example", name: "许知秋", roles: [inShop("tea", "shop_finance")] },
  viewer: { id: "usr_demo_viewer", email: "viewer@shanshe.example", name: "何青禾", roles: [inShop("tea", "shop_viewer")] },
  stranger: { id: "usr_demo_stranger", email: "owner@beian.example", name: "陆北岸", roles: [inShop("other", "shop_owner")] },
  admin: { id: "usr_demo_admin", email: "admin@platform.example", name: "沈明则", roles: [onPlatform("platform_admin")] },
  risk: { id: "usr_demo_risk", email: "risk@platform.example", name: "顾思衡", roles: [onPlatform("risk_officer")] },
  reviewer: { id: "usr_demo_reviewer", email: "reviewer@platform.example", name: "叶知微", roles: [onPlatform("compliance_reviewer")] },
  secondReviewer: { id: "usr_demo_reviewer2", email: "reviewer2@platform.example", name: "程以安", roles: [onPlatform("compliance_reviewer")] },
  lead: { id: "usr_demo_lead", email: "lead@platform.example", name: "苏问渠", roles: [onPlatform("compliance_lead")] },
  auditor: { id: "usr_demo_auditor", email: "auditor@platform.example", name: "秦观澜", roles: [onPlatform("auditor")] },
} as const satisfies Record<string, Person>;

export type PersonName = keyof typeof PEOPLE;
