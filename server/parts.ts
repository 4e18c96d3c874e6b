import { api } from "./api";
import type { Answerer, BackgroundPart } from "./answerer";
import { jobs } from "./jobs";
import { labelIndexPart } from "./label-index";

/** What answers before the pages do, in this order. */
export function answerers(): Answerer[] {
  return [api()];
}

/** What runs beside the requests. It starts in this order and ends in the opposite one. */
export function backgroundParts(): BackgroundPart[] {
  return [labelIndexPart(), jobs()];
}
