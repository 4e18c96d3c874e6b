import { createHash } from "node:crypto";

import { describe, expect, test } from "vitest";

import { calendarDate } from "@/lib/calendar/calendar-date";
import { fen } from "@/lib/money/fen";
import { fingerprintQuote, quoteDocument } from "@/lib/quote/fingerprint";
import { quote } from "@/lib/quote/quote";
import { verifyQuote } from "@/lib/quote/verify";
import { type QuoteInput } from "@/lib/quote/schema";
import { quoteInput, rateCard } from "@/tests/unit/quote/quote-inputs";

function documentOf(input: QuoteInput) {
  const result = quote(input);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return JSON.parse(JSON.stringify(quoteDocument(input, result.quote)));
}

function fingerprintOf(input: QuoteInput): string {
  const result = quote(input);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return fingerprintQuote(input, result.quote);
}

describe("the fingerprint", () => {
  test("is sha256 of the JSON with sorted keys, recomputable without this code", () => {
    const { fingerprint, ...content } = documentOf(quoteInput());
    const sorted = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(sorted);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]));
    };
    expect(createHash("sha256").update(JSON.stringify(sorted(content)), "utf8").digest("hex")).toBe(fingerprint);
  });

  test("does not depend on the order of keys, on defaults being written out, or on fields the engine does not know", () => {
    const input = quoteInput();
    const reordered = Object.fromEntries(Object.entries(input).reverse()) as QuoteInput;
    const spelledOut = { ...input, prices: { cashPriceFen: fen(129_900), installmentPriceFen: fen(129_900), addOnsFen: fen(0) } };
    const fromStorage = { ...input, rateCard: { ...input.rateCard, createdAt: "2026-01-01T00:00:00Z" } };
    expect(fingerprintOf(reordered)).toBe(fingerprintOf(input));
    expect(fingerprintOf(spelledOut)).toBe(fingerprintOf(input));
    expect(fingerprintOf(fromStorage)).toBe(fingerprintOf(input));
  });

  test("changes with the card, the policies and the date", () => {
    const base = fingerprintOf(quoteInput());
    expect(fingerprintOf(quoteInput({ rateCard: rateCard({ version: 2 }) }))).not.toBe(base);
    expect(fingerprintOf(quoteInput({ policies: [] }))).not.toBe(base);
    expect(fingerprintOf(quoteInput({ orderDate: calendarDate("2026-11-23") }))).not.toBe(base);
  });

  test("stays what it was for this engine version", () => {
    expect(fingerprintOf(quoteInput())).toBe("708ed3c7ca98c0fc3972e2338d475ae3bdc00e9b29f9ad5dca83378b8b6413a8");
  });
});

describe("verifyQuote", () => {
  test("recognizes what was quoted", () => {
    const window = { from: calendarDate("2026-11-01"), to: calendarDate("2027-01-31") };
    expect(verifyQuote(documentOf(quoteInput({ window })))).toEqual({ ok: true, verdict: "same" });
  });

  test("says where a result differs", () => {
    const document = documentOf(quoteInput());
    document.result.nominalApr.percent = "0.00";
    document.result.installments[1].paymentFen = 1;
    document.result.extra = true;
    expect(verifyQuote(document)).toEqual({
      ok: true,
      verdict: "different",
      differences: ["result.installments.1.paymentFen", "result.nominalApr.percent", "result.extra"],
    });
  });

  test("notices another input or another fingerprint", () => {
    const document = documentOf(quoteInput());
    expect(verifyQuote({ ...document, fingerprint: "0".repeat(64) })).toEqual({ ok: true, verdict: "different", differences: ["fingerprint"] });
    document.input.rateCard.source = "another";
    expect(verifyQuote(document)).toEqual({ ok: true, verdict: "different", differences: ["fingerprint"] });
  });

  test("does not judge another engine, and names what it cannot read", () => {
    expect(verifyQuote({ ...documentOf(quoteInput()), engineVersion: "0.9.0" })).toEqual({ ok: true, verdict: "unknown-engine" });
    expect(verifyQuote({})).toMatchObject({ ok: false, reason: "bad-input", field: "engineVersion" });
    expect(verifyQuote({ ...documentOf(quoteInput()), input: {} })).toMatchObject({ ok: false, reason: "bad-input", field: "input.prices" });
  });
});
