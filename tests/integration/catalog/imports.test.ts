import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { cancelImport } from "@/lib/catalog/cancel-import";
import { commitImport } from "@/lib/catalog/commit-import";
import { createProduct } from "@/lib/catalog/create-product";
import { discardImport } from "@/lib/catalog/discard-import";
import { getImport, listImports, listRefusedRows } from "@/lib/catalog/import-queries";
import { mapImport } from "@/lib/catalog/map-import";
import type { ProductImport } from "@/lib/catalog/import-schema";
import { listPriceHistory } from "@/lib/catalog/price-history";
import { getProduct, listProducts } from "@/lib/catalog/queries";
import { resumeImports } from "@/lib/catalog/resume-imports";
import { runImport } from "@/lib/catalog/run-import";
import { sweepScratchFiles } from "@/lib/catalog/scratch-file";
import { updateProduct } from "@/lib/catalog/update-product";
import { uploadImport } from "@/lib/catalog/upload-import";
import { movableClock } from "@/lib/platform/clock";
import type { ShopContext } from "@/lib/platform/context";
import { asOwner } from "../../setup/as-owner";
import { workOn } from "../../setup/run-import";
import { text, writeWorkbook } from "../../setup/workbook";
import { auditOf, catalogSeqOf, cup, openShops } from "./shop-people";

let shops: Awaited<ReturnType<typeof openShops>>;
let owner: ShopContext;
beforeAll(async () => {
  // A folder of its own: other tests work beside these.
  vi.stubEnv("TMPDIR", await mkdtemp(path.join(tmpdir(), "yuefu-imports-")));
  shops = await openShops();
  owner = shops.owner;
});
afterAll(async () => {
  await rm(tmpdir(), { recursive: true });
  vi.unstubAllEnvs();
});

const HEADER = "商品ID,商品标题,类目,标签,规格ID,规格名称,售价,成本价,库存";
async function* bytesOf(content: string | Buffer) {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}
const send = (content: string | Buffer, ctx = owner, encoding?: "utf-8" | "gb18030") => uploadImport(ctx, { fileName: "商品.csv", encoding }, bytesOf(content));
/** Sent, and checked where its columns were understood. */
const upload = async (content: string | Buffer, ctx = owner, encoding?: "utf-8" | "gb18030") => {
  const sent = await send(content, ctx, encoding);
  return sent.state === "checking" ? workOn(ctx, sent.id) : sent;
};
const commit = async ({ id, version }: Pick<ProductImport, "id" | "version">, ctx = owner) => {
  await commitImport(ctx, { importId: id, version });
  return workOn(ctx, id);
};
const find = async (externalId: string) => {
  const row = (await listProducts(owner, { search: externalId })).products.find((product) => product.externalId === externalId);
  return row ? getProduct(owner, row.id) : null;
};

describe("from file to catalog", () => {
  test("the accepted rows go in together, the refused ones stay out with their reasons", async () => {
    const file = [
      HEADER,
      "I-1,汝窑茶杯,茶杯,新品；手作,s1,天青,¥129.00,40,12",
      "I-1,,,,s2,月白,139元,,有货",
      "I-2,紫砂壶,茶壶,,,,-5,,3",
      "I-3,公道杯,公杯,,,,８９,,0",
      "I-3,公道杯,公杯,,,,99,,5",
    ].join("\r\n");
    const uploaded = await upload(file);
    expect(uploaded).toMatchObject({ state: "mapped", encoding: "utf-8", rowCount: 5, acceptedCount: 3, refusedCount: 2, createdCount: 2, updatedCount: 0, version: 1 });
    expect((await listRefusedRows(owner, uploaded.id)).rows).toMatchObject([
      { line: 4, reasons: [{ field: "cashPrice", code: "negative" }] },
      { line: 6, reasons: [{ field: "skuCode", code: "same-sku", params: { line: 5 } }] },
    ]);
    expect(await find("I-1")).toBeNull();

    const before = await catalogSeqOf(owner);
    const committed = await commit(uploaded);
    expect(committed).toMatchObject({ state: "committed", createdCount: 2, updatedCount: 0, refusedCount: 2 });
    expect(await catalogSeqOf(owner)).toBe(before + 1);
    expect(await find("I-1")).toMatchObject({
      title: "汝窑茶杯",
      contentTags: ["新品", "手作"],
      skus: [
        { code: "s1", name: "天青", cashPriceFen: 12900, installmentPriceFen: 12900, costPriceFen: 4000, inStock: true },
        { code: "s2", name: "月白", cashPriceFen: 13900, costPriceFen: null },
      ],
    });
    expect(await find("I-3")).toMatchObject({ skus: [{ code: "default", cashPriceFen: 8900, inStock: false }] });
    expect((await listProducts(owner, {})).products.map(({ externalId }) => externalId)).toEqual(["I-1", "I-3"]);

    const trail = await auditOf(`import:${uploaded.id}`);
    expect(trail.map(({ action }) => action)).toEqual(["import.uploaded", "import.confirmed", "import.committed"]);
    const sha256 = createHash("sha256").update(file).digest("hex");
    expect(trail[2]!.detail).toMatchObject({ fileSha256: sha256, rowCount: 5, acceptedCount: 3, refusedCount: 2, rows: 3, created: 2, updated: 0 });
    expect(await asOwner("SELECT 1 FROM notification WHERE subject = $1", [`import:${uploaded.id}`])).toHaveLength(1);
    expect((await listRefusedRows(owner, uploaded.id)).rows).toHaveLength(2);
  });

  test("a second import changes what is different, keeps what it does not name and writes nothing for what is the same", async () => {
    const [sku] = cup().skus;
    const product = await createProduct(owner, cup({ externalId: "U-1", skus: [{ ...sku!, code: "a", cashPriceFen: 10000, installmentPriceFen: 20000 }, { ...sku!, code: "b" }] }));
    const same = await createProduct(owner, cup({ externalId: "U-2", title: "不变的" }));
    const uploaded = await upload("商品ID,商品标题,规格ID,售价\nU-1,新标题,a,110\nU-2,不变的,default,129\n");
    expect(uploaded).toMatchObject({ createdCount: 0, updatedCount: 2 });
    const committed = await commit(uploaded);
    expect(committed).toMatchObject({ createdCount: 0, updatedCount: 1 });
    const after = await getProduct(owner, product.id);
    expect(after).toMatchObject({
      title: "新标题",
      category: "茶杯",
      contentTags: ["手作"],
      version: 2,
      skus: [{ code: "a", cashPriceFen: 11000, installmentPriceFen: 20000, costPriceFen: 4000 }, { code: "b", cashPriceFen: 12900 }],
    });
    expect(await getProduct(owner, same.id)).toEqual(same);
    expect((await listPriceHistory(owner, product.id)).records[0]).toMatchObject({ code: "a", cashPriceFen: 11000, setBy: { name: "林见山", byImport: true } });
    await expect(updateProduct(owner, { ...product, productId: product.id, version: 1 })).rejects.toMatchObject({ code: "conflict" });
  });

  test("GB18030 is recognized, and the encoding can be said", async () => {
    const cells = Buffer.concat([Buffer.from("id,title,price\nG-1,"), Buffer.from([0xb2, 0xe8, 0xb1, 0xad]), Buffer.from(",9.9\n")]);
    expect(await upload(cells)).toMatchObject({ encoding: "gb18030", sample: [["G-1", "茶杯", "9.9"]] });
    await expect(send(cells, owner, "utf-8")).rejects.toMatchObject({ code: "unreadable_file", detail: { params: { problem: "wrong-encoding", line: 2 } } });
  });

  test("a file that cannot be read leaves nothing behind", async () => {
    const before = (await listImports(owner)).imports.length;
    await expect(upload("id,title,price\n1,x\0,2\n")).rejects.toMatchObject({ code: "unreadable_file", detail: { params: { problem: "nul-byte", line: 2 } } });
    await expect(upload("")).rejects.toMatchObject({ detail: { params: { problem: "empty" } } });
    await expect(upload("id,title,price\n")).rejects.toMatchObject({ detail: { params: { problem: "no-rows" } } });
    expect((await listImports(owner)).imports).toHaveLength(before);
    expect((await readdir(tmpdir())).filter((name) => name.startsWith("yuefu-import-"))).toEqual([]);
  });

  test("an upload that outgrows the limit is refused while it comes in", async () => {
    async function* endless() {
      const chunk = Buffer.alloc(8_000_000, "a,b\n");
      for (let count = 0; count < 60; count++) yield chunk;
    }
    await expect(uploadImport(owner, { fileName: "大.csv" }, endless())).rejects.toMatchObject({ code: "too_large" });
  });
});

describe("naming the columns", () => {
  test("judges every row again", async () => {
    const uploaded = await upload("甲,乙,丙\nM-1,茶杯,12\nM-2,茶壶,便宜\n");
    expect(uploaded).toMatchObject({ state: "uploaded", mapping: {}, acceptedCount: 0 });
    await mapImport(owner, { importId: uploaded.id, version: 1, mapping: { externalId: 0, title: 1, cashPrice: 2 } });
    const mapped = await workOn(owner, uploaded.id);
    expect(mapped).toMatchObject({ state: "mapped", version: 2, acceptedCount: 1, refusedCount: 1, createdCount: 1 });
    await mapImport(owner, { importId: uploaded.id, version: 2, mapping: { externalId: 1, title: 0, cashPrice: 2 } });
    const swapped = await workOn(owner, uploaded.id);
    expect(swapped).toMatchObject({ acceptedCount: 1, version: 3 });
    expect((await auditOf(`import:${uploaded.id}`)).map(({ action }) => action)).toEqual(["import.uploaded", "import.mapped", "import.mapped"]);
  });

  test("refuses a mapping without what must be there, and one column for two things", async () => {
    const uploaded = await upload("甲,乙,丙\nM-1,茶杯,12\n");
    const map = (mapping: object) => mapImport(owner, { importId: uploaded.id, version: 1, mapping });
    await expect(map({ externalId: 0 })).rejects.toMatchObject({ name: "ZodError" });
    await expect(map({ externalId: 0, title: 0, cashPrice: 2 })).rejects.toMatchObject({ name: "ZodError" });
    await expect(map({ externalId: 0, title: 1, cashPrice: 2, nonsense: 1 })).rejects.toMatchObject({ name: "ZodError" });
  });

  test("a cost column is not for those who may not see costs", async () => {
    const blind: ShopContext = { ...owner, permissions: new Set([...owner.permissions].filter((permission) => permission !== "cost:view")) };
    const uploaded = await upload("商品ID,商品标题,售价,成本价\n1,茶杯,12,3\n", blind);
    expect(uploaded.mapping).toEqual({ externalId: 0, title: 1, cashPrice: 2 });
    await expect(mapImport(blind, { importId: uploaded.id, version: 1, mapping: { ...uploaded.mapping, costPrice: 3 } })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("who, when and how often", () => {
  const file = "商品ID,商品标题,售价\nW-1,茶杯,12\n";

  test("is not there for another shop", async () => {
    const { id } = await upload(file);
    const input = { importId: id, version: 1 };
    await expect(getImport(shops.stranger, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(listRefusedRows(shops.stranger, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(mapImport(shops.stranger, { ...input, mapping: { externalId: 0, title: 1, cashPrice: 2 } })).rejects.toMatchObject({ code: "not_found" });
    await expect(commitImport(shops.stranger, input)).rejects.toMatchObject({ code: "not_found" });
    await expect(discardImport(shops.stranger, input)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is not for those who may only look", async () => {
    const { id } = await upload(file);
    const input = { importId: id, version: 1 };
    await expect(upload(file, shops.viewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(mapImport(shops.viewer, { ...input, mapping: { externalId: 0, title: 1, cashPrice: 2 } })).rejects.toMatchObject({ code: "forbidden" });
    await expect(commitImport(shops.viewer, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(discardImport(shops.viewer, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listImports(shops.viewer)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("a double click puts the rows in once", async () => {
    const { id } = await upload("商品ID,商品标题,售价\nD-1,双击杯,12\n");
    const results = await Promise.allSettled([commitImport(owner, { importId: id, version: 1 }), commitImport(owner, { importId: id, version: 1 })]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "wrong_state" } });
    await workOn(owner, id);
    await workOn(owner, id);
    expect(await asOwner("SELECT 1 FROM sku_version v JOIN product p ON p.id = v.product_id WHERE p.external_id = 'D-1'")).toHaveLength(1);
  });

  test("what was mapped anew by somebody else is not committed unseen", async () => {
    const { id } = await upload(file);
    await mapImport(owner, { importId: id, version: 1, mapping: { externalId: 0, title: 1, cashPrice: 2 } });
    await workOn(owner, id);
    await expect(commitImport(owner, { importId: id, version: 1 })).rejects.toMatchObject({ code: "conflict" });
  });

  test("neither an unnamed nor an empty nor a discarded import goes in", async () => {
    const unnamed = await upload("甲,乙\n1,2\n");
    await expect(commitImport(owner, { importId: unnamed.id, version: 1 })).rejects.toMatchObject({ code: "wrong_state" });
    const refused = await upload("商品ID,商品标题,售价\nN-1,茶杯,免费\n");
    await expect(commitImport(owner, { importId: refused.id, version: 1 })).rejects.toMatchObject({ code: "wrong_state" });
    await discardImport(owner, { importId: refused.id, version: 1 });
    await expect(commitImport(owner, { importId: refused.id, version: 2 })).rejects.toMatchObject({ code: "wrong_state" });
    expect(await asOwner("SELECT 1 FROM product_import_row WHERE import_id = $1", [refused.id])).toEqual([]);
    expect((await auditOf(`import:${refused.id}`)).at(-1)!.action).toBe("import.discarded");
  });

  test("uploads that nobody finishes give way to newer ones", async () => {
    const empty = await shops.enter("owner", "empty");
    for (let count = 0; count < 8; count++) await upload(file, empty);
    expect((await listImports(empty)).imports).toHaveLength(5);
    expect(await asOwner("SELECT count(DISTINCT import_id)::int AS files FROM product_import_piece WHERE shop_id = $1", [empty.shopId])).toEqual([{ files: 5 }]);
  });
});

describe("size", () => {
  test("thirty thousand rows go in as one, over several batches and with SKUs of one product far apart", async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => `L-${index % 20_000},量产杯 ${index % 20_000} 号,杯,,s${index},,${1 + (index % 500)}.50`);
    const empty = await shops.enter("owner", "empty");
    const uploaded = await upload(`商品ID,商品标题,类目,标签,规格ID,规格名称,售价\n${rows.join("\n")}\n`, empty);
    expect(uploaded).toMatchObject({ rowCount: 30_000, acceptedCount: 30_000, createdCount: 20_000 });
    const committed = await commit(uploaded, empty);
    expect(committed).toMatchObject({ createdCount: 20_000, updatedCount: 0 });
    expect(await asOwner("SELECT count(*)::int AS skus, count(DISTINCT product_id)::int AS products FROM sku WHERE shop_id = 'xinyu'")).toEqual([{ skus: 30_000, products: 20_000 }]);
  });
});

describe("a workbook", () => {
  test("goes the same way, and a formula stays out with its row", async () => {
    const path = `${tmpdir()}/imports-${Date.now()}.xlsx`;
    const row = (line: number, price: string) => `<row r="${line}">${text(`A${line}`, `X-${line}`)}${text(`B${line}`, "表格杯")}<c r="C${line}">${price}</c></row>`;
    await writeWorkbook(path, { rows: `<row r="1">${text("A1", "商品ID")}${text("B1", "商品标题")}${text("C1", "售价")}</row>${row(2, "<v>19.989999999999998</v>")}${row(3, "<f>A1*2</f><v>5</v>")}` });
    const uploaded = await upload(await readFile(path));
    await rm(path);
    expect(uploaded).toMatchObject({ state: "mapped", kind: "xlsx", encoding: null, acceptedCount: 1, refusedCount: 1 });
    expect((await listRefusedRows(owner, uploaded.id)).rows).toMatchObject([{ line: 3, reasons: [{ field: "cashPrice", code: "formula" }] }]);
    await commit(uploaded);
    expect(await find("X-2")).toMatchObject({ skus: [{ cashPriceFen: 1999 }] });
  });
});

describe("work in the background", () => {
  const file = (id: string) => `商品ID,商品标题,售价\n${id},茶杯,12\n`;
  const stateOf = async (id: string) => (await getImport(owner, id)).state;
  const attemptOf = async (id: string) => Number((await asOwner<{ attempt: number }>("SELECT attempt FROM product_import WHERE id = $1", [id]))[0]!.attempt);

  test("a file that breaks off in the middle is told, and can be thrown away", async () => {
    const failed = await upload('商品ID,商品标题,售价\n1,茶杯,12\n2,"茶壶,12\n');
    expect(failed).toMatchObject({ state: "failed", problem: { problem: "broken-quote", line: 3 } });
    await discardImport(owner, { importId: failed.id, version: failed.version });
    expect(await stateOf(failed.id)).toBe("discarded");
  });

  test("a check that is canceled leaves nothing", async () => {
    const sent = await send(file("K-1"));
    expect(sent.state).toBe("checking");
    const attempt = await attemptOf(sent.id);
    expect(await cancelImport(owner, { importId: sent.id, version: sent.version })).toMatchObject({ state: "discarded" });
    await runImport({ shopId: owner.shopId, importId: sent.id, attempt });
    expect(await stateOf(sent.id)).toBe("discarded");
    expect(await asOwner("SELECT 1 FROM product_import_piece WHERE import_id = $1", [sent.id])).toEqual([]);
    expect((await auditOf(`import:${sent.id}`)).map(({ action }) => action)).toEqual(["import.uploaded", "import.canceled"]);
  });

  test("storing that is canceled while it runs puts nothing in and can begin again", async () => {
    const rows = Array.from({ length: 12_000 }, (_, index) => `K2-${index},取消杯 ${index},12`).join("\n");
    const uploaded = await upload(`商品ID,商品标题,售价\n${rows}\n`);
    const { version } = await commitImport(owner, { importId: uploaded.id, version: uploaded.version });
    const running = workOn(owner, uploaded.id);
    await cancelImport(owner, { importId: uploaded.id, version });
    await running;
    expect(await getImport(owner, uploaded.id)).toMatchObject({ state: "mapped" });
    expect(await asOwner("SELECT 1 FROM product WHERE external_id = 'K2-1'")).toEqual([]);
    const again = await getImport(owner, uploaded.id);
    expect(await commit(again)).toMatchObject({ state: "committed", createdCount: 12_000 });
    await expect(cancelImport(owner, { importId: uploaded.id, version: again.version + 2 })).rejects.toMatchObject({ code: "wrong_state" });
  });

  test("what a dead process left is begun anew, once, and the dead one has no say any more", async () => {
    const { id, version } = await upload(file("K-3"));
    await commitImport(owner, { importId: id, version });
    const first = await attemptOf(id);
    expect(await resumeImports({ clock: movableClock(new Date(Date.now() + 30_000)) })).toBe(0);
    const clock = movableClock(new Date(Date.now() + 120_000));
    expect(await resumeImports({ clock })).toBeGreaterThan(0);
    expect(await attemptOf(id)).toBe(first + 1);
    await runImport({ shopId: owner.shopId, importId: id, attempt: first });
    expect(await stateOf(id)).toBe("committing");
    expect(await asOwner("SELECT payload FROM graphile_worker._private_jobs WHERE key = $1", [`run-import:${id}`])).toMatchObject([{ payload: { attempt: first + 1 } }]);
    expect((await workOn(owner, id)).state).toBe("committed");
  });

  test("the files that a dead process left are removed a day later, and no others", async () => {
    const now = new Date();
    const dayAgo = new Date(now.getTime() - 86_400_001);
    const left = ["yuefu-import-old", "yuefu-import-new", "of-somebody-else"];
    for (const name of left) await writeFile(path.join(tmpdir(), name), "x");
    for (const name of ["yuefu-import-old", "of-somebody-else"]) await utimes(path.join(tmpdir(), name), dayAgo, dayAgo);
    expect(await sweepScratchFiles(now)).toBe(1);
    expect((await readdir(tmpdir())).filter((name) => left.includes(name)).sort()).toEqual(["of-somebody-else", "yuefu-import-new"]);
    await rm(path.join(tmpdir(), "yuefu-import-new"));
  });

  test("somebody who is no member any more has nothing stored", async () => {
    const { id, version } = await upload(file("K-4"));
    await commitImport(owner, { importId: id, version });
    await asOwner("UPDATE product_import SET asked_by = 'usr_nobody' WHERE id = $1", [id]);
    expect(await workOn(owner, id)).toMatchObject({ state: "failed", problem: { problem: "internal" } });
    expect(await find("K-4")).toBeNull();
  });

  test("canceling is not for viewers, not for another shop and not for what is done", async () => {
    const { id } = await upload(file("K-5"));
    await expect(cancelImport(shops.viewer, { importId: id, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(cancelImport(shops.stranger, { importId: id, version: 1 })).rejects.toMatchObject({ code: "not_found" });
    await expect(cancelImport(owner, { importId: id, version: 1 })).rejects.toMatchObject({ code: "wrong_state" });
  });

  test("the next file with the same header needs no naming of columns", async () => {
    const first = await upload("列甲,列乙,列丙\nK-6,茶杯,12\n");
    expect(first.state).toBe("uploaded");
    await mapImport(owner, { importId: first.id, version: 1, mapping: { externalId: 0, title: 1, cashPrice: 2 } });
    expect(await upload("列甲,列乙,列丙\nK-7,茶杯,12\n")).toMatchObject({ state: "mapped", mapping: { externalId: 0, title: 1, cashPrice: 2 }, acceptedCount: 1 });
    const other = await upload("列甲,列乙,列丙\nK-7,茶杯,12\n", await shops.enter("owner", "empty"));
    expect(other).toMatchObject({ state: "uploaded", mapping: {} });
  });
});
