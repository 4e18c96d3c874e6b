import { z } from "zod";

import { ENGINE_VERSION } from "@/lib/quote/engine-version";
import { quoteDocument } from "@/lib/quote/fingerprint";
import { parseQuoteInput, quote } from "@/lib/quote/quote";
import { type QuoteFailure } from "@/lib/quote/quote-result";

export type Verification =
  | { ok: true; verdict: "same" | "unknown-engine" }
  | { ok: true; verdict: "different"; differences: string[] }
  | QuoteFailure;

const MAX_DIFFERENCES = 50;

const documentSchema = z.object({
  engineVersion: z.string().min(1).max(100),
  input: z.unknown(),
  result: z.record(z.string(), z.unknown()),
  fingerprint: z.string().min(1).max(200),
});

/** Recomputes a quote document. "different" lists the paths that differ; another engine version is not compared. */
export function verifyQuote(data: unknown): Verification {
  const document = documentSchema.safeParse(data);
  if (!document.success) return badInput(document.error.issues[0].path.map(String).join("."), document.error.issues[0].code);
  const { engineVersion, input, result, fingerprint } = document.data;
  if (engineVersion !== ENGINE_VERSION) return { ok: true, verdict: "unknown-engine" };

  const parsed = parseQuoteInput(input);
  if (!parsed.ok) return parsed.reason === "bad-input" ? { ...parsed, field: `input.${parsed.field}` } : parsed;
  const again = quote(parsed.input);
  if (!again.ok) return again;

  const expected = quoteDocument(parsed.input, again.quote);
  const differences: string[] = [];
  comparePaths(expected.result, result, "result", differences);
  if (fingerprint !== expected.fingerprint) differences.push("fingerprint");
  return differences.length === 0 ? { ok: true, verdict: "same" } : { ok: true, verdict: "different", differences };
}

function comparePaths(expected: unknown, given: unknown, path: string, differences: string[]) {
  if (differences.length >= MAX_DIFFERENCES || expected === given) return;
  if (!isContainer(expected) || !isContainer(given) || Array.isArray(expected) !== Array.isArray(given)) {
    differences.push(path);
    return;
  }
  for (const key of Object.keys(expected)) {
    comparePaths(Reflect.get(expected, key), Object.hasOwn(given, key) ? Reflect.get(given, key) : undefined, `${path}.${key}`, differences);
  }
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(expected, key) && differences.length < MAX_DIFFERENCES) differences.push(`${path}.${key}`);
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function badInput(field: string, problem: string): QuoteFailure {
  return { ok: false, reason: "bad-input", code: "invalid-field", field, params: { problem } };
}
