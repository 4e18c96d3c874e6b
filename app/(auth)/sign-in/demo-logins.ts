import { getTranslations } from "next-intl/server";
import { asSystem } from "@/lib/access/gates";
import { isDemoLoaded } from "@/lib/accounts/queries";
import { DEMO_PASSWORD, PEOPLE, SHOPS } from "@/prisma/seed/cast";

const OFFERED = ["owner", "operator", "finance", "viewer", "stranger", "admin", "risk", "auditor"] as const;

export interface DemoLogin {
  email: string;
  password: string;
  name: string;
  role: string;
}

/** The logins of the demo cast, where it is loaded. */
export async function demoLogins(): Promise<DemoLogin[]> {
  if (!(await isDemoLoaded(asSystem()))) return [];
  const t = await getTranslations("auth");
  return OFFERED.map((key) => {
    const { email, name, roles } = PEOPLE[key];
    const shopNames = Object.values(SHOPS).filter(({ id }) => roles.some(({ shopId }) => shopId === id));
    const [first] = roles;
    return { email, password: DEMO_PASSWORD, name, role: [t(`roles.${first.role}`), ...shopNames.map((shop) => shop.name)].join(" · ") };
  });
}
