import { listAuditInput, type ListAuditInput } from "@/lib/audit/schema";

export type AuditSearch = Record<string, string | string[] | undefined>;

/** An address somebody typed may hold anything: what is no filter is left out. */
export function readAuditFilters(search: AuditSearch): ListAuditInput {
  const { group, actor, subject, shop, older, newer } = listAuditInput.shape;
  const one = (name: string) => [search[name]].flat()[0];
  return {
    group: group.safeParse(one("group")).data,
    actor: actor.safeParse(one("actor")).data,
    subject: subject.safeParse(one("subject")).data,
    shop: shop.safeParse(one("shop")).data,
    older: older.safeParse(one("older")).data,
    newer: newer.safeParse(one("newer")).data,
  };
}
