import type { Fen } from "@/lib/money/fen";
import { parseYuan } from "@/lib/money/parse-yuan";
import type { ImportField, Mapping } from "./import-schema";
import { parseStock } from "./parse-stock";
import { CATEGORY_LENGTH_MAX, DEFAULT_SKU_CODE, EXTERNAL_ID_LENGTH_MAX, PRICE_FEN_MAX, SKU_CODE_LENGTH_MAX, SKU_NAME_LENGTH_MAX, SKUS_MAX, TAG_LENGTH_MAX, TAGS_MAX, TITLE_LENGTH_MAX } from "./schema";
import { SeenRows, type ProductFacts } from "./seen-rows";
import type { SourceRow } from "./source-row";

export const REASON_CODES = [
  "missing",
  "too-long",
  "unprintable",
  "mangled-id",
  "not-a-number",
  "negative",
  "zero",
  "too-precise",
  "too-large",
  "not-understood",
  "too-many-tags",
  "too-many-skus",
  "too-many-cells",
  "same-sku",
  "differs",
  "formula",
  "merged",
  "error-value",
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** Why a row was refused: worded by the screen and by the error file. */
export interface Reason {
  field: ImportField | null;
  code: ReasonCode;
  params?: Record<string, number>;
}

/** One accepted row. undefined: the file has no such column, and what is stored stays as it is. */
export interface ImportedSku {
  externalId: string;
  /** null where an accepted row before has said it */
  product: ProductFacts | null;
  code: string;
  name: string | undefined;
  position: number;
  cashPriceFen: Fen;
  installmentPriceFen: Fen | undefined;
  listPriceFen: Fen | null | undefined;
  costPriceFen: Fen | null | undefined;
  inStock: boolean | undefined;
}

export type Judged = { ok: true; sku: ImportedSku } | { ok: false; reasons: Reason[] };

export interface RowJudge {
  judge(row: SourceRow): Judged;
  /** products named so far */
  productCount(): number;
}

/** Products whose first row was refused and whose later rows may lean on it; of more than these, a later row must say its title itself. */
const UNSAID_MAX = 10_000;

/**
 * Judges the rows of one file in their order. Rows of the same external id are the SKUs of one product:
 * its title, category and tags stand in the first of them, the others repeat them or leave them blank.
 */
export function createRowJudge(mapping: Mapping, columnCount: number): RowJudge {
  const seen = new SeenRows();
  const unsaid = new Map<string, ProductFacts>();
  // Of the row at hand; made once, since a million rows come by.
  let reasons: Reason[] = [];
  let cells: readonly string[] = [];
  return { judge, productCount: () => seen.productCount };

  function refuse(field: ImportField | null, code: ReasonCode, params?: Record<string, number>): void {
    reasons.push(params ? { field, code, params } : { field, code });
  }

  function cell(field: ImportField): string | undefined {
    const column = mapping[field];
    return column === undefined ? undefined : tidy(cells[column] ?? "");
  }

  function judge(row: SourceRow): Judged {
    const { line, spoiled } = row;
    reasons = [];
    cells = row.cells;
    if (spoiled) for (const { column, why } of spoiled) for (const field of fieldsOf(mapping, column)) refuse(field, why);
    for (let extra = columnCount; extra < cells.length; extra++) {
      if (cells[extra]!.trim() === "") continue;
      refuse(null, "too-many-cells", { expected: columnCount, found: cells.length });
      break;
    }

    const externalId = readText(cell("externalId") ?? "", "externalId", EXTERNAL_ID_LENGTH_MAX, refuse);
    if (externalId === "") refuse("externalId", "missing");
    if (MANGLED.test(externalId)) refuse("externalId", "mangled-id");

    const known = externalId === "" || externalId.length > EXTERNAL_ID_LENGTH_MAX ? -1 : seen.find(externalId);
    const earlier = known < 0 ? null : seen.product(known);
    const ownTitle = readText(cell("title") ?? "", "title", TITLE_LENGTH_MAX, refuse);
    const ownCategory = cell("category");
    readText(ownCategory ?? "", "category", CATEGORY_LENGTH_MAX, refuse);
    const ownTags = cell("contentTags");
    const tags = readTags(ownTags ?? "", refuse);
    const left = unsaid.get(externalId);
    let product: ProductFacts | null = null;
    if (!earlier) {
      product = { title: ownTitle, category: ownCategory, contentTags: ownTags === undefined ? undefined : tags };
      if (ownTitle === "") refuse("title", "missing");
    } else {
      if (ownTitle !== "" && !earlier.hasSame("title", ownTitle)) refuse("title", "differs", { line: earlier.line });
      if (ownCategory && !earlier.hasSame("category", ownCategory)) refuse("category", "differs", { line: earlier.line });
      if (tags.length > 0 && !earlier.hasSame("contentTags", tags)) refuse("contentTags", "differs", { line: earlier.line });
      product = left ?? null;
    }

    const name = cell("skuName");
    readText(name ?? "", "skuName", SKU_NAME_LENGTH_MAX, refuse);
    const code = readText(cell("skuCode") || name || DEFAULT_SKU_CODE, "skuCode", SKU_CODE_LENGTH_MAX, refuse);

    const cashPriceFen = readPrice(cell("cashPrice") ?? "", "cashPrice", refuse);
    if (cashPriceFen === null) refuse("cashPrice", "missing");
    const installmentText = cell("installmentPrice");
    const installmentPriceFen = installmentText === undefined ? undefined : (readPrice(installmentText, "installmentPrice", refuse) ?? cashPriceFen ?? undefined);
    const listText = cell("listPrice");
    const listPriceFen = listText === undefined ? undefined : readPrice(listText, "listPrice", refuse);
    const costText = cell("costPrice");
    const costPriceFen = costText === undefined ? undefined : readPrice(costText, "costPrice", refuse);
    const inStock = readStock(cell("stock"), refuse);

    // What has no id, or no title to go by, is no product that later rows could belong to.
    if (known < 0 && (externalId === "" || externalId.length > EXTERNAL_ID_LENGTH_MAX || ownTitle === "")) return { ok: false, reasons };
    const number = known >= 0 ? known : seen.addProduct(externalId, line, product!);
    const sku = seen.addSku(number, code, line);
    if ("earlier" in sku) refuse("skuCode", "same-sku", { line: sku.earlier });
    else if (sku.count > SKUS_MAX) refuse("skuCode", "too-many-skus", { max: SKUS_MAX });

    if (reasons.length > 0) {
      if (product && !left && unsaid.size < UNSAID_MAX) unsaid.set(externalId, product);
      return { ok: false, reasons };
    }
    if (left) unsaid.delete(externalId);
    const position = "count" in sku ? sku.count - 1 : 0;
    return { ok: true, sku: { externalId, product, code, name, position, cashPriceFen: cashPriceFen!, installmentPriceFen, listPriceFen, costPriceFen, inStock } };
  }
}

const MANGLED = /^\d(\.\d+)?e\+?\d+$/i;
const UNPRINTABLE = /[\u0000-\u001f\u007f\ufffd]/;

type Refuse = (field: ImportField | null, code: ReasonCode, params?: Record<string, number>) => void;

const TEXT_MARK = /^'\s*[=+\-@＝＋－＠]/;

/** Anything but single spaces between words. */
const BLANKS = /^\s|\s$|\s\s|[\t\n\v\f\r\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/;

/** Exports put tabs around numbers and line breaks into titles: both are blanks here. An apostrophe before what a spreadsheet would run as a formula only says that it is a text. */
function tidy(written: string): string {
  const text = written.startsWith("'") && TEXT_MARK.test(written) ? written.slice(1) : written;
  return BLANKS.test(text) ? text.replace(/[\s\u200b\ufeff]+/g, " ").trim() : text;
}

function readText(text: string, field: ImportField, max: number, refuse: Refuse): string {
  if (text.length > max) refuse(field, "too-long", { max });
  if (UNPRINTABLE.test(text)) refuse(field, "unprintable");
  return text;
}

function readTags(text: string, refuse: Refuse): string[] {
  if (text === "") return [];
  const tags = [...new Set(text.split(/[,，、;；|]/).map((tag) => tag.trim()).filter((tag) => tag !== ""))];
  if (tags.length > TAGS_MAX) refuse("contentTags", "too-many-tags", { max: TAGS_MAX });
  if (tags.some((tag) => tag.length > TAG_LENGTH_MAX)) refuse("contentTags", "too-long", { max: TAG_LENGTH_MAX });
  if (UNPRINTABLE.test(text)) refuse("contentTags", "unprintable");
  return tags;
}

/** null where the cell is blank. A cost of zero is a fact; a price of zero is a slip. */
function readPrice(text: string, field: ImportField, refuse: Refuse): Fen | null {
  const parsed = parseYuan(text);
  if (!parsed.ok) {
    if (parsed.reason !== "empty") refuse(field, parsed.reason, parsed.reason === "too-large" ? { max: PRICE_FEN_MAX } : undefined);
    // Anything but null, so that a price that cannot be read is not called missing as well.
    return parsed.reason === "empty" ? null : (0 as Fen);
  }
  if (parsed.fen > PRICE_FEN_MAX) refuse(field, "too-large", { max: PRICE_FEN_MAX });
  if (parsed.fen === 0 && field !== "costPrice") refuse(field, "zero");
  return parsed.fen;
}

function readStock(text: string | undefined, refuse: Refuse): boolean | undefined {
  if (text === undefined) return undefined;
  if (text === "") {
    refuse("stock", "missing");
    return undefined;
  }
  const parsed = parseStock(text);
  if (!parsed.ok) refuse("stock", parsed.reason);
  return parsed.ok ? parsed.inStock : undefined;
}

function fieldsOf(mapping: Mapping, column: number): ImportField[] {
  return (Object.entries(mapping) as [ImportField, number][]).flatMap(([field, mapped]) => (mapped === column ? [field] : []));
}
