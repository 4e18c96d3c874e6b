import { Readable } from "node:stream";
import { createRoute, z } from "@hono/zod-openapi";
import { createProduct } from "@/lib/catalog/create-product";
import { exportProducts, exportProductsInput } from "@/lib/catalog/export-products";
import { listCategories, listTags } from "@/lib/catalog/facets";
import { listPriceHistory } from "@/lib/catalog/price-history";
import { getProduct, listProducts } from "@/lib/catalog/queries";
import { removeProduct } from "@/lib/catalog/remove-product";
import { createProductInput, listProductsInput, PAGE_SIZE_MAX, removeProductInput, updateProductInput } from "@/lib/catalog/schema";
import { updateProduct } from "@/lib/catalog/update-product";
import type { Api } from "../api-env";
import { problemResponses } from "../problem";
import { UPLOAD_TYPES } from "../receive-body";
import { shopOfRequest } from "../shop-of-request";

const fen = z.int().openapi({ example: 129900 });
const skuSchema = z
  .object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    cashPriceFen: fen,
    installmentPriceFen: fen,
    listPriceFen: fen.nullable(),
    costPriceFen: fen.nullable().optional().openapi({ description: "Only for those who may see costs" }),
    inStock: z.boolean(),
  })
  .openapi("Sku");
const productSchema = z
  .object({
    id: z.string(),
    externalId: z.string(),
    title: z.string(),
    category: z.string(),
    contentTags: z.array(z.string()),
    version: z.int(),
    changedAt: z.iso.datetime(),
    createdAt: z.iso.datetime(),
    skus: z.array(skuSchema),
  })
  .openapi("Product");
const span = z.object({ from: fen, to: fen });
const productRowSchema = z
  .object({
    id: z.string(),
    externalId: z.string(),
    title: z.string(),
    category: z.string(),
    contentTags: z.array(z.string()),
    changedAt: z.iso.datetime(),
    skuCount: z.int(),
    skusInStock: z.int(),
    cashPriceFen: span,
    installmentPriceFen: span,
    marginBps: z.int().nullable().optional().openapi({ description: "(cash price − cost price) ÷ cash price of the SKU with the lowest, in basis points; only for those who may see costs" }),
  })
  .openapi("ProductRow");
const priceRecordSchema = z
  .object({
    id: z.string(),
    skuId: z.string(),
    code: z.string(),
    name: z.string(),
    cashPriceFen: fen,
    installmentPriceFen: fen,
    listPriceFen: fen.nullable(),
    inStock: z.boolean(),
    removed: z.boolean(),
    from: z.iso.datetime(),
    until: z.iso.datetime().nullable(),
    setBy: z.object({ name: z.string(), byImport: z.boolean() }).nullable(),
  })
  .openapi("PriceRecord");
const facetsSchema = z.array(z.object({ value: z.string(), count: z.int() }));

const shop = z.string().min(1).max(64);
const product = z.string().min(1).max(64);
const json = <T extends z.ZodType>(schema: T, description: string) => ({ description, content: { "application/json": { schema } } });
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { "application/json": { schema } } });
const READ = ["unauthenticated", "forbidden", "not_found", "invalid_input", "rate_limited"] as const;
const WRITE = [...READ, "cross_site", "too_large", "unsupported_media_type", "conflict", "import_running"] as const;
const inShop = "/api/v1/shops/{shop}/products";

const list = createRoute({
  method: "get",
  path: inShop,
  tags: ["Products"],
  summary: "Products, newest first or in another order",
  description: "`search` takes two characters or more of the title, or a whole external id. Sorting by margin needs the permission to see costs; what has no cost price comes last.",
  request: { params: z.object({ shop }), query: z.object({ ...listProductsInput.shape, limit: z.coerce.number().int().min(1).max(PAGE_SIZE_MAX).default(50) }) },
  responses: { 200: json(z.object({ products: z.array(productRowSchema), next: z.string().nullable() }), "One page; give `next` as `after` to read on"), ...problemResponses(...READ) },
});

const facets = createRoute({
  method: "get",
  path: "/api/v1/shops/{shop}/product-facets",
  tags: ["Products"],
  summary: "Categories and content tags with the number of their products",
  request: { params: z.object({ shop }) },
  responses: { 200: json(z.object({ categories: facetsSchema, tags: facetsSchema }), "What products can be filtered by"), ...problemResponses(...READ) },
});

const exportFile = createRoute({
  method: "get",
  path: `${inShop}/export`,
  tags: ["Products"],
  summary: "Every product as a file that can be imported as it is",
  description: "One row a SKU, CSV in UTF-8 or XLSX. A workbook holds 1,048,575 SKUs; a CSV file any number. Costs are in it for those who may see them.",
  request: { params: z.object({ shop }), query: exportProductsInput },
  responses: { 200: { description: "The file", content: { [UPLOAD_TYPES.csv]: { schema: z.string() }, [UPLOAD_TYPES.xlsx]: { schema: z.string().openapi({ format: "binary" }) } } }, ...problemResponses(...READ) },
});

const NEW_PRODUCT = {
  externalId: "A1001",
  title: "青瓷盖碗 120ml",
  category: "盖碗",
  contentTags: ["新品"],
  skus: [{ code: "A1001-Q", name: "天青", cashPriceFen: 26_800, installmentPriceFen: 26_800, listPriceFen: null, inStock: true }],
};
const post = createRoute({
  method: "post",
  path: inShop,
  tags: ["Products"],
  summary: "Add a product",
  request: { params: z.object({ shop }), body: body(createProductInput.clone().openapi("NewProduct", { example: NEW_PRODUCT })) },
  responses: { 201: json(productSchema, "The product"), ...problemResponses(...WRITE, "duplicate") },
});

const get = createRoute({
  method: "get",
  path: `${inShop}/{product}`,
  tags: ["Products"],
  summary: "One product with its SKUs",
  request: { params: z.object({ shop, product }) },
  responses: { 200: json(productSchema, "The product"), ...problemResponses(...READ) },
});

const put = createRoute({
  method: "put",
  path: `${inShop}/{product}`,
  tags: ["Products"],
  summary: "Change a product; SKUs that are not named are removed",
  description: "`version` is the one that was read; if somebody saved since: conflict, with what they saved in `data.current`.",
  request: { params: z.object({ shop, product }), body: body(updateProductInput.omit({ productId: true })) },
  responses: { 200: json(productSchema, "The product as it is now"), ...problemResponses(...WRITE) },
});

const remove = createRoute({
  method: "delete",
  path: `${inShop}/{product}`,
  tags: ["Products"],
  summary: "Take a product out of the catalog; its history stays",
  request: { params: z.object({ shop, product }), query: z.object({ version: z.coerce.number().int().min(1) }) },
  responses: { 204: { description: "Removed" }, ...problemResponses(...WRITE) },
});

const prices = createRoute({
  method: "get",
  path: `${inShop}/{product}/prices`,
  tags: ["Products"],
  summary: "What shoppers were asked to pay and when, newest first",
  request: { params: z.object({ shop, product }), query: z.object({ before: z.string().max(20).optional() }) },
  responses: { 200: json(z.object({ records: z.array(priceRecordSchema), next: z.string().nullable() }), "One page; give `next` as `before` to read on"), ...problemResponses(...READ) },
});

export function productRoutes(api: Api): void {
  api.openapi(list, async (c) => c.json(await listProducts(await shopOfRequest(c, c.req.valid("param").shop), c.req.valid("query")), 200));
  api.openapi(facets, async (c) => {
    const ctx = await shopOfRequest(c, c.req.valid("param").shop);
    const [categories, tags] = await Promise.all([listCategories(ctx), listTags(ctx)]);
    return c.json({ categories, tags }, 200);
  });
  api.openapi(exportFile, async (c) => {
    const input = c.req.valid("query");
    const ctx = await shopOfRequest(c, c.req.valid("param").shop);
    const file = await exportProducts(ctx, input);
    c.header("content-type", `${UPLOAD_TYPES[input.kind]}${input.kind === "csv" ? "; charset=utf-8" : ""}`);
    c.header("content-disposition", `attachment; filename="products-${ctx.shopId}.${input.kind}"`);
    c.header("cache-control", "no-store");
    return c.body(Readable.toWeb(file) as ReadableStream, 200);
  });
  api.openapi(post, async (c) => c.json(await createProduct(await shopOfRequest(c, c.req.valid("param").shop), c.req.valid("json")), 201));
  api.openapi(get, async (c) => {
    const params = c.req.valid("param");
    return c.json(await getProduct(await shopOfRequest(c, params.shop), params.product), 200);
  });
  api.openapi(put, async (c) => {
    const params = c.req.valid("param");
    return c.json(await updateProduct(await shopOfRequest(c, params.shop), { ...c.req.valid("json"), productId: params.product }), 200);
  });
  api.openapi(remove, async (c) => {
    const params = c.req.valid("param");
    await removeProduct(await shopOfRequest(c, params.shop), removeProductInput.parse({ productId: params.product, version: c.req.valid("query").version }));
    return c.body(null, 204);
  });
  api.openapi(prices, async (c) => {
    const params = c.req.valid("param");
    const ctx = await shopOfRequest(c, params.shop);
    await getProduct(ctx, params.product);
    return c.json(await listPriceHistory(ctx, params.product, c.req.valid("query")), 200);
  });
}
