import type { InTx, PlatformContext, ShopContext } from "@/lib/platform/context";

/** The names of subjects as they are now, as far as the reader may see them; a page of the log is all that is asked at once. */
export async function nameSubjects(ctx: InTx<ShopContext | PlatformContext>, subjects: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const idsOf = (kind: string) => [...new Set(subjects.filter((subject) => subject.startsWith(`${kind}:`)).map((subject) => subject.slice(kind.length + 1)))];
  for (const [kind, read] of Object.entries(READERS)) {
    const ids = idsOf(kind);
    if (ids.length === 0) continue;
    for (const { id, name } of await read(ctx, ids)) names.set(`${kind}:${id}`, name);
  }
  return names;
}

type Named = { id: string; name: string };

const READERS: Record<string, (ctx: InTx<ShopContext | PlatformContext>, ids: string[]) => Promise<Named[]>> = {
  product: async ({ tx, shopId }, ids) => (await tx.product.findMany({ where: { shopId, id: { in: ids } }, select: { id: true, title: true } })).map(({ id, title }) => ({ id, name: title })),
  offer: ({ tx, shopId }, ids) => tx.$queryRaw<Named[]>`SELECT id, draft->>'name' AS name FROM offer WHERE shop_id = ${shopId ?? null} AND id = ANY(${ids})`,
  import: async ({ tx, shopId }, ids) => (await tx.productImport.findMany({ where: { shopId, id: { in: ids } }, select: { id: true, fileName: true } })).map(({ id, fileName }) => ({ id, name: fileName })),
  copy: ({ tx }, ids) => tx.$queryRaw<Named[]>`SELECT c.id, left(v.text, 24) AS name FROM copy c JOIN copy_version v ON v.copy_id = c.id AND v.version = c.version WHERE c.id = ANY(${ids})`,
  submission: ({ tx }, ids) => tx.$queryRaw<Named[]>`SELECT s.id, left(v.text, 24) AS name FROM copy_submission s JOIN copy_version v ON v.copy_id = s.copy_id AND v.version = s.version WHERE s.id = ANY(${ids})`,
  "take-down": async ({ tx }, ids) => (await tx.copyTakeDown.findMany({ where: { id: { in: ids } }, select: { id: true, phrase: true } })).map(({ id, phrase }) => ({ id, name: phrase })),
  proposal: ({ tx }, ids) => tx.$queryRaw<Named[]>`SELECT id, left(note, 24) AS name FROM proposal WHERE id = ANY(${ids})`,
  shop: ({ tx }, ids) => tx.shop.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
  user: ({ tx }, ids) => tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
  "rate-card": async ({ tx }, ids) =>
    (await tx.rateCard.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, version: true } })).map(({ id, name, version }) => ({ id, name: `${name} v${version}` })),
  policy: async ({ tx }, ids) => (await tx.policy.findMany({ where: { id: { in: ids } }, select: { id: true, code: true, version: true } })).map(({ id, code, version }) => ({ id, name: `${code} v${version}` })),
};
