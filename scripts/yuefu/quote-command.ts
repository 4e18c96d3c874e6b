import { quoteDocument } from "@/lib/quote/fingerprint";
import { parseQuoteInput, quote } from "@/lib/quote/quote";
import { type QuoteFailure } from "@/lib/quote/quote-result";
import { type LineAnswer, type LineFields } from "@/scripts/yuefu/json-lines";

export function answerQuoteRow({ id: _id, ...row }: LineFields): LineAnswer {
  const parsed = parseQuoteInput(row.input ?? row);
  if (!parsed.ok) return failedLine(parsed);
  const result = quote(parsed.input);
  if (!result.ok) return failedLine(result);
  return { isFailure: false, fields: quoteDocument(parsed.input, result.quote) };
}

export function failedLine({ reason, ...rest }: QuoteFailure): LineAnswer {
  const { ok: _ok, ...details } = rest;
  return { isFailure: true, fields: { error: reason, ...details } };
}
