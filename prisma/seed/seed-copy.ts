import { asSystem, enterShop } from "@/lib/access/gates";
import { systemClock } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/transaction";
import { createCopy } from "@/lib/review/create-copy";
import type { CopyKind } from "@/lib/review/schema";
import { submitCopy } from "@/lib/review/submit-copy";
import { listOffers } from "@/lib/offers/queries";
import type { Placement } from "@/lib/offers/placement";
import { listProducts } from "@/lib/catalog/queries";
import { PEOPLE, SHOPS } from "./cast";

const TEXTS: { placement: Placement; kind: CopyKind; text: string }[] = [
  { placement: "SHOWCASE", kind: "description", text: "手工拉坯，釉色温润，口沿薄而不烫手。每件窑变略有不同，以实物为准；附棉麻收纳袋，送礼自用都合适。" },
  { placement: "LIVESTREAM", kind: "script", text: "家人们看这只盖碗，全网最低价，今天拍下每期只要三十块，手快有手慢无，下播就恢复原价。喜欢的直接点一号链接。" },
  { placement: "POI", kind: "description", text: "到店可试茶，二楼有静室，周末建议提前预约；停车请走后门，凭小票免一小时。" },
];

/** Texts of the tea shop for the review queue, clean and unclean. A shop that has texts keeps its own. */
export async function seedCopy(): Promise<void> {
  const isThere = await inTransaction(asSystem(), ({ tx }) => tx.copy.count({ where: { shopId: SHOPS.tea.id } }));
  if (isThere > 0) return;
  const { id, name } = PEOPLE.operator;
  const operator = await enterShop({ userId: id, name, locale: null, theme: null }, SHOPS.tea.id, { clock: systemClock });
  const { products } = await listProducts(operator, { limit: TEXTS.length });
  const live = (await listOffers(operator, { limit: 50 })).rows.find(({ state }) => state === "live");
  for (const [index, text] of TEXTS.entries()) {
    const { copyId } = await createCopy(operator, { productId: products[index]!.id, offerId: live?.offerId ?? null, ...text });
    await submitCopy(operator, { copyId, expectedVersion: 1 });
  }
}
