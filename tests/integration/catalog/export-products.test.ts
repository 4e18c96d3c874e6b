import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commitImport } from "@/lib/catalog/commit-import";
import { createProduct } from "@/lib/catalog/create-product";
import { exportProducts } from "@/lib/catalog/export-products";
import { FILE_KINDS, type FileKind } from "@/lib/catalog/import-schema";
import { uploadImport } from "@/lib/catalog/upload-import";
import type { ShopContext } from "@/lib/platform/context";
import { fen } from "@/lib/money/fen";
import { asOwner } from "../../setup/as-owner";
import { workOn } from "../../setup/run-import";
import { auditOf, cup, openShops } from "./shop-people";

let shops: Awaited<ReturnType<typeof openShops>>;
let folder: string;
const [sku] = cup().skus;

beforeAll(async () => {
  shops = await openShops();
  folder = await mkdtemp(path.join(tmpdir(), "export-"));
  await createProduct(shops.owner, cup({ externalId: "00123", title: "=1+1 & <青瓷> \"杯\", 手作", contentTags: ["新品", "手作"] }));
  await createProduct(shops.owner, cup({ externalId: "3456789012345", title: "茶壶", category: "", contentTags: [], skus: [
    { ...sku!, code: "b", name: "月白", cashPriceFen: fen(5), installmentPriceFen: fen(107), listPriceFen: fen(9_999_999_999), costPriceFen: fen(0), inStock: false },
    { ...sku!, code: "a", name: "天青", listPriceFen: null, costPriceFen: null },
  ] }));
  await asOwner("UPDATE product SET removed = true WHERE id = $1", [(await createProduct(shops.owner, cup({ externalId: "gone" }))).id]);
});
afterAll(() => rm(folder, { recursive: true }));

async function exported(ctx: ShopContext, kind: FileKind, language: "zh-CN" | "en" = "zh-CN"): Promise<string> {
  const file = path.join(folder, `${ctx.shopId}.${kind}`);
  await pipeline(await exportProducts(ctx, { kind, language }), createWriteStream(file));
  return file;
}

async function* bytesOf(file: string) {
  yield await readFile(file);
}

const stored = (shopId: string) =>
  asOwner("SELECT p.external_id, p.title, p.category, p.content_tags, s.code, s.name, s.cash_price_fen, s.installment_price_fen, s.list_price_fen, s.cost_price_fen, s.in_stock FROM product p JOIN sku s ON s.product_id = p.id WHERE p.shop_id = $1 AND NOT p.removed ORDER BY p.external_id, s.position", [shopId]);

describe("exporting the catalog", () => {
  test("writes a row a SKU, in the words of the reader", async () => {
    const lines = (await readFile(await exported(shops.owner, "csv"), "utf8")).split("\r\n");
    expect(lines[0]).toBe("\ufeff商品 ID,商品标题,类目,内容标签,规格 ID,规格名称,现金价,分期价,划线价,成本价,库存");
    expect(lines).toContain('3456789012345,茶壶,,,b,月白,0.05,1.07,99999999.99,0.00,缺货');
    expect(lines.join()).not.toContain("gone");
    expect((await readFile(await exported(shops.owner, "csv", "en"), "utf8")).split("\r\n")[0]).toBe("\ufeffProduct ID,Title,Category,Content tags,SKU ID,SKU name,Cash price,Installment price,List price,Cost price,Stock");
    expect((await auditOf("shop:shanshe")).at(-1)).toMatchObject({ action: "product.exported", detail: { kind: "csv" } });
  });

  test.each(FILE_KINDS)("imported into another shop, a %s file makes the same catalog", async (kind) => {
    await asOwner("DELETE FROM sku WHERE shop_id = $1", [shops.stranger.shopId]);
    await asOwner("DELETE FROM product WHERE shop_id = $1", [shops.stranger.shopId]);
    const sent = await uploadImport(shops.stranger, { fileName: `all.${kind}` }, bytesOf(await exported(shops.owner, kind)));
    const checked = await workOn(shops.stranger, sent.id);
    expect(checked).toMatchObject({ state: "mapped", kind, acceptedCount: 3, refusedCount: 0 });
    await commitImport(shops.stranger, { importId: checked.id, version: checked.version });
    expect(await workOn(shops.stranger, checked.id)).toMatchObject({ state: "committed" });
    expect(await stored(shops.stranger.shopId)).toEqual(await stored("shanshe"));
  });

  test("is for those who import, and leaves costs out for those who may not see them", async () => {
    await expect(exportProducts(shops.viewer, { kind: "csv" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(exportProducts(shops.finance, { kind: "csv" })).rejects.toMatchObject({ code: "forbidden" });
    const blind: ShopContext = { ...shops.owner, permissions: new Set([...shops.owner.permissions].filter((one) => one !== "cost:view")) };
    expect(await readFile(await exported(blind, "csv"), "utf8")).not.toContain("成本价");
  });
});
