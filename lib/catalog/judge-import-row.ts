import type { Fen } from "@/lib/money/fen";
import { parseYuan } from "@/lib/money/parse-yuan";
import type { ImportField, Mapping } from "./import-schema";
import { parseStock } from "./parse-stock";
import { CATEGORY_LENGTH_MAX, DEFAULT_SKU_CODE, EXTERNAL_ID_LENGTH_MAX, PRICE_FEN_MAX, SKU_CODE_LENGTH_MAX, SKU_NAME_LENGTH_MAX, SKUS_MAX, TAG_LENGTH_MAX, TAGS_MAX, TITLE_LENGTH_MAX } from "./schema";

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
  title: string;
  category: string | undefined;
  contentTags: string[] | undefined;
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

interface SeenProduct {
  line: number;
  title: string;
  category: string | undefined;
  contentTags: string[] | undefined;
  lineOfCode: Map<string, number>;
}

/**
 * Judges the rows of one file in their order. Rows of the same external id are the SKUs of one product:
 * its title, category and tags stand in the first of them, the others repeat them or leave them blank.
 */
export function createRowJudge(mapping: Mapping, columnCount: number): (line: number, cells: readonly string[]) => Judged {
  const products = new Map<string, SeenProduct>();
  return (line, cells) => {
    const reasons: Reason[] = [];
    const refuse = (field: ImportField | null, code: ReasonCode, params?: Record<string, number>) => void reasons.push(params ? { field, code, params } : { field, code });
    const cell = (field: ImportField): string | undefined => {
      const column = mapping[field];
      return column === undefined ? undefined : tidy(cells[column] ?? "");
    };
    if (cells.slice(columnCount).some((extra) => extra.trim() !== "")) refuse(null, "too-many-cells", { expected: columnCount, found: cells.length });

    const externalId = readText(cell("externalId") ?? "", "externalId", EXTERNAL_ID_LENGTH_MAX, refuse);
    if (externalId === "") refuse("externalId", "missing");
    if (/^\d(\.\d+)?e\+?\d+$/i.test(externalId)) refuse("externalId", "mangled-id");

    const seen = products.get(externalId);
    const ownTitle = readText(cell("title") ?? "", "title", TITLE_LENGTH_MAX, refuse);
    const title = ownTitle || (seen?.title ?? "");
    if (title === "") refuse("title", "missing");
    const ownCategory = cell("category");
    const category = readText(ownCategory ?? "", "category", CATEGORY_LENGTH_MAX, refuse) || seen?.category || ownCategory;
    const ownTags = cell("contentTags");
    const tags = readTags(ownTags ?? "", refuse);
    const contentTags = ownTags === undefined ? undefined : tags.length > 0 ? tags : (seen?.contentTags ?? []);
    if (seen) {
      if (title !== seen.title) refuse("title", "differs", { line: seen.line });
      if (category !== seen.category) refuse("category", "differs", { line: seen.line });
      if (contentTags?.join("\n") !== seen.contentTags?.join("\n")) refuse("contentTags", "differs", { line: seen.line });
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

    if (externalId !== "") {
      const product = seen ?? { line, title, category, contentTags, lineOfCode: new Map<string, number>() };
      if (!seen && title !== "") products.set(externalId, product);
      const earlier = product.lineOfCode.get(code);
      if (earlier !== undefined) refuse("skuCode", "same-sku", { line: earlier });
      else product.lineOfCode.set(code, line);
      if (product.lineOfCode.size > SKUS_MAX) refuse("skuCode", "too-many-skus", { max: SKUS_MAX });
      if (reasons.length === 0) {
        const sku = { externalId, title, category, contentTags, code, name, position: product.lineOfCode.size - 1, cashPriceFen: cashPriceFen!, installmentPriceFen, listPriceFen, costPriceFen, inStock };
        return { ok: true, sku };
      }
    }
    return { ok: false, reasons };
  };
}

type Refuse = (field: ImportField | null, code: ReasonCode, params?: Record<string, number>) => void;

/** Exports put tabs around numbers and line breaks into titles: both are blanks here. */
function tidy(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/g, " ").trim();
}

function readText(text: string, field: ImportField, max: number, refuse: Refuse): string {
  if (text.length > max) refuse(field, "too-long", { max });
  if (/[\u0000-\u001f\u007f\ufffd]/.test(text)) refuse(field, "unprintable");
  return text;
}

function readTags(text: string, refuse: Refuse): string[] {
  const tags = [...new Set(text.split(/[,，、;；|]/).map((tag) => tag.trim()).filter((tag) => tag !== ""))];
  if (tags.length > TAGS_MAX) refuse("contentTags", "too-many-tags", { max: TAGS_MAX });
  if (tags.some((tag) => tag.length > TAG_LENGTH_MAX)) refuse("contentTags", "too-long", { max: TAG_LENGTH_MAX });
  if (/[\u0000-\u001f\u007f\ufffd]/.test(text)) refuse("contentTags", "unprintable");
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
