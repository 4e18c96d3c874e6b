import { hash } from "node:crypto";
import type { LabelAnswer } from "@/lib/labels/label-view";
import { notFound } from "@/lib/platform/errors";
import { processWide } from "@/lib/platform/process-wide";
import { askOf, UPDATING } from "@/lib/storefront/answer-label";
import type { CompiledShop, GoodsPlace } from "@/lib/storefront/compiled-shop";
import { readHotQuery } from "@/lib/storefront/hot-label-query";
import { labelIndex, type LabelIndex } from "@/lib/storefront/label-index";
import { parseLabelQuery } from "@/lib/storefront/label-query";
import { isSameEntity } from "./entity-tag";

/** Ready bytes per query string; the oldest go when there are more of them than this. */
const KEPT_BYTES_MAX = 128_000_000;
/** What the map, the key and the objects around an answer take beside its bytes. */
const BYTES_BESIDE = 400;

/** The name of the parameter `at`, its letters encoded or not. */
const INSTANT = /(?:a|%61)(?:t|%74)=/;

interface ReadyAnswer {
  shop: CompiledShop | null;
  place: GoodsPlace | null;
  generation: number;
  untilMs: number;
  body: string;
  etag: string;
  headers: LabelHeaders;
}

export interface LabelHeaders {
  "cache-control": string;
  etag: string;
  "content-type"?: string;
  "content-length"?: string;
}

export interface LabelResponse {
  status: 200 | 304;
  headers: LabelHeaders;
  /** the bytes of UTF-8, a letter each ("latin1"): head and body then leave in one write */
  body: string | null;
}

/** True for the queries that are answered from memory alone; the others go the long way. */
export const isHotLabelQuery = (search: string): boolean => !INSTANT.test(search);

/** The answer to a known query, a few look-ups until its shop, its product or the clock changes; null where it has to be worked out. */
export function keptLabelResponse(search: string, ifNoneMatch: string | undefined, index: LabelIndex = labelIndex()): LabelResponse | null {
  const kept = readyAnswers().answers.get(search);
  if (!kept?.shop || kept.generation !== kept.shop.generation || !kept.shop.isCurrent(kept.place!) || index.peek(kept.shop.shopId) !== kept.shop) return null;
  return index.clock.now().getTime() < kept.untilMs ? respond(kept, ifNoneMatch) : null;
}

/** `GET /api/v1/labels` for now. */
export async function answerLabelQuery(search: string, ifNoneMatch: string | undefined, index: LabelIndex = labelIndex()): Promise<LabelResponse> {
  return keptLabelResponse(search, ifNoneMatch, index) ?? respond(await prepare(search, index), ifNoneMatch);
}

/** The same at once, where the shop is in memory, has the product, and the query is written as storefronts write it; null for whatever goes the long way. */
export function quickLabelResponse(search: string, ifNoneMatch: string | undefined, index: LabelIndex = labelIndex()): LabelResponse | null {
  const kept = keptLabelResponse(search, ifNoneMatch, index);
  if (kept) return kept;
  const asked = readHotQuery(search);
  const shop = asked && index.peek(asked.shop);
  if (!asked || shop === null || typeof shop === "string" || shop.find(asked.product) < 0 || asked.sku !== undefined) return null;
  return respond(prepareIn(shop, search, asked, index), ifNoneMatch);
}

async function prepare(search: string, index: LabelIndex): Promise<ReadyAnswer> {
  const asked = readHotQuery(search) ?? parseLabelQuery(search);
  const shop = await index.find(asked.shop);
  if (shop === null) throw notFound("shop");
  if (shop === "updating") return ready(null, null, 0, UPDATING);
  return prepareIn(shop, search, asked, index);
}

function prepareIn(shop: CompiledShop, search: string, asked: Parameters<typeof askOf>[1], index: LabelIndex): ReadyAnswer {
  const now = index.clock.now();
  const { row, ask } = askOf(shop, asked);
  const fresh = ready(shop, shop.place(row), shop.standing(now).boundary.getTime(), shop.answer(row, ask, now));
  keep(search, fresh);
  return fresh;
}

function ready(shop: CompiledShop | null, place: GoodsPlace | null, untilMs: number, answer: LabelAnswer): ReadyAnswer {
  const bytes = Buffer.from(JSON.stringify(answer));
  const etag = `"${hash("sha1", bytes, "base64url")}"`;
  const headers = { "cache-control": "no-cache", etag, "content-type": "application/json; charset=utf-8", "content-length": String(bytes.length) };
  return { shop, place, generation: shop?.generation ?? 0, untilMs, body: bytes.toString("latin1"), etag, headers };
}

function respond({ body, etag, headers }: ReadyAnswer, ifNoneMatch: string | undefined): LabelResponse {
  if (ifNoneMatch !== undefined && isSameEntity(ifNoneMatch, etag)) return { status: 304, headers: { "cache-control": "no-cache", etag }, body: null };
  return { status: 200, headers, body };
}

const readyAnswers = () => processWide("ready-label-answers", () => ({ answers: new Map<string, ReadyAnswer>(), bytes: 0 }));

function keep(search: string, fresh: ReadyAnswer): void {
  const kept = readyAnswers();
  forget(search);
  kept.answers.set(search, fresh);
  kept.bytes += sizeOf(search, fresh);
  while (kept.bytes > KEPT_BYTES_MAX) forget(kept.answers.keys().next().value!);
}

function forget(search: string): void {
  const kept = readyAnswers();
  const old = kept.answers.get(search);
  if (!old) return;
  kept.answers.delete(search);
  kept.bytes -= sizeOf(search, old);
}

const sizeOf = (search: string, { body }: ReadyAnswer): number => search.length + body.length + BYTES_BESIDE;
