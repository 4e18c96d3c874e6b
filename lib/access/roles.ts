/** One table: what each role may do. Grants of agencies and scopes of API keys will be the same strings. */
export const PERMISSIONS = [
  "account:edit",
  "shop:view",
  "shop:edit",
  "product:view",
  "product:edit",
  "product:import",
  "cost:view",
  "offer:view",
  "offer:edit",
  "offer:publish",
  "budget:record",
  "label:view",
  "label:stop",
  "copy:view",
  "copy:edit",
  "review:view",
  "review:decide",
  "review:lead",
  "template:propose",
  "template:approve",
  "copy-rules:propose",
  "copy-rules:approve",
  "rate-card:view",
  "rate-card:publish",
  "policy:publish",
  "notification:view",
  "audit:view",
  "audit:view-shops",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const SHOP_VIEW = ["shop:view", "product:view", "offer:view", "label:view", "copy:view", "rate-card:view", "notification:view"] as const;

export const ROLE_PERMISSIONS = {
  shop_owner: [...SHOP_VIEW, "shop:edit", "product:edit", "product:import", "cost:view", "offer:edit", "offer:publish", "budget:record", "label:stop", "copy:edit", "audit:view"],
  shop_operator: [...SHOP_VIEW, "product:edit", "product:import", "cost:view", "offer:edit", "offer:publish", "label:stop", "copy:edit"],
  shop_finance: [...SHOP_VIEW, "cost:view", "budget:record", "audit:view"],
  shop_viewer: [...SHOP_VIEW],
  platform_admin: ["rate-card:view", "rate-card:publish", "policy:publish", "audit:view"],
  risk_officer: ["rate-card:view", "policy:publish", "audit:view"],
  compliance_lead: ["rate-card:view", "audit:view", "review:view", "review:decide", "review:lead", "template:propose", "template:approve", "copy-rules:propose", "copy-rules:approve"],
  compliance_reviewer: ["rate-card:view", "review:view", "review:decide", "template:propose", "template:approve", "copy-rules:propose", "copy-rules:approve"],
  auditor: ["rate-card:view", "audit:view", "audit:view-shops", "review:view"],
} as const satisfies Record<string, readonly Permission[]>;

/** What everybody who is signed in may do, outside any workspace: change the own account. */
export const OWN_PERMISSIONS: ReadonlySet<Permission> = new Set(["account:edit"]);

export type Role = keyof typeof ROLE_PERMISSIONS;

export const isRole = (text: string): text is Role => Object.hasOwn(ROLE_PERMISSIONS, text);

export function permissionsOf(roles: readonly string[]): ReadonlySet<Permission> {
  return new Set(roles.filter(isRole).flatMap((role) => [...ROLE_PERMISSIONS[role]]));
}
