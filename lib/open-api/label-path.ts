import { createHash } from "node:crypto";
import type { LabelAnswer } from "@/lib/labels/label-view";
import type { CompiledShop } from "@/lib/storefront/compiled-shop";
import { notFound } from "@/lib/platform/errors";
import { processWide } from "@/lib/platform/process-wide";
import { askOf, UPDATING } from "@/lib/storefront/answer-label";
import { labelIndex, type LabelIndex } from "@/lib/storefront/label-index";
import { parseLabelQuery } from "@/lib/storefront/label-query";
import { isSameEntity } from "./entity-tag";

/** Ready bytes per query string; the oldest go when there are more. */
const ANSWERS_MAX = 50_000;

/** The name of the parameter `at`, its letters encoded or not. */
const INSTANT = /(?:a|%61)(?:t|%74)=/;

interface ReadyAnswer {
  shopId: string;
  shop: CompiledShop | null;
  generation: number;
  untilMs: number;
  body: Buffer;
  etag: string;
}

export interface LabelResponse {
  status: 200 | 304;
  headers: Record<string, string | number>;
  body: Buffer | null;
}

/** True for the queries that are answered from memory alone; the others go the long way. */
export const isHotLabelQuery = (search: string): boolean => !INSTANT.test(search);

/** `GET /api/v1/labels` for now: a known query costs a few look-ups until its shop changes or the clock does. */
export async function answerLabelQuery(search: string, ifNoneMatch: string | undefined, index: LabelIndex = labelIndex()): Promise<LabelResponse> {
  const kept = readyAnswers().get(search);
  const nowMs = index.clock.now().getTime();
  if (kept?.shop && kept.generation === kept.shop.generation && nowMs < kept.untilMs && index.peek(kept.shopId) === kept.shop) return respond(kept, ifNoneMatch);
  return respond(await prepare(search, index), ifNoneMatch);
}

async function prepare(search: string, index: LabelIndex): Promise<ReadyAnswer> {
  const asked = parseLabelQuery(search);
  const shop = await index.find(asked.shop);
  if (shop === null) throw notFound("shop");
  if (shop === "updating") return ready(asked.shop, null, 0, UPDATING);
  const now = index.clock.now();
  const { product, ask } = askOf(shop, asked);
  const fresh = ready(asked.shop, shop, shop.standing(now).boundary.getTime(), shop.answer(product, ask, now));
  const answers = readyAnswers();
  answers.delete(search);
  if (answers.size >= ANSWERS_MAX) answers.delete(answers.keys().next().value!);
  answers.set(search, fresh);
  return fresh;
}

function ready(shopId: string, shop: CompiledShop | null, untilMs: number, answer: LabelAnswer): ReadyAnswer {
  const body = Buffer.from(JSON.stringify(answer));
  return { shopId, shop, generation: shop?.generation ?? 0, untilMs, body, etag: `"${createHash("sha1").update(body).digest("base64url")}"` };
}

function respond({ body, etag }: ReadyAnswer, ifNoneMatch: string | undefined): LabelResponse {
  const headers = { "cache-control": "no-cache", etag };
  if (isSameEntity(ifNoneMatch, etag)) return { status: 304, headers, body: null };
  return { status: 200, headers: { ...headers, "content-type": "application/json; charset=utf-8", "content-length": body.length }, body };
}

const readyAnswers = () => processWide("ready-label-answers", () => new Map<string, ReadyAnswer>());
