import type { Policy } from "@/lib/quote/schema";

/** Name of each policy by its code in the reader's language; of several versions the newest names it. */
export function policyNames(policies: readonly Policy[], locale: string): Record<string, string> {
  return Object.fromEntries(policies.map((policy) => [policy.code, policyName(policy, locale)]));
}

export const policyName = ({ nameZh, nameEn }: Pick<Policy, "nameZh" | "nameEn">, locale: string): string => (locale === "en" ? nameEn : nameZh);
