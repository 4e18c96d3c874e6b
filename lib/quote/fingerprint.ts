import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";

import { type Quote } from "@/lib/quote/quote-result";
import { resolveQuoteInput, type ResolvedQuoteInput } from "@/lib/quote/resolve-quote-input";
import { type QuoteInput } from "@/lib/quote/schema";

export type QuoteDocument = { engineVersion: string; input: ResolvedQuoteInput; result: Quote; fingerprint: string };

/** sha256, in hex, of the RFC 8785 JSON of engine version, input with the whole card and policy rows, and result. */
export function fingerprintQuote(input: QuoteInput, quote: Quote): string {
  return fingerprintOf({ engineVersion: quote.engineVersion, input: resolveQuoteInput(input), result: quote });
}

/** Everything that another needs to recompute a quote, as `yuefu quote` writes it and `yuefu verify` reads it. */
export function quoteDocument(input: QuoteInput, quote: Quote): QuoteDocument {
  const content = { engineVersion: quote.engineVersion, input: resolveQuoteInput(input), result: quote };
  return { ...content, fingerprint: fingerprintOf(content) };
}

function fingerprintOf(content: Omit<QuoteDocument, "fingerprint">): string {
  const text = canonicalize(content);
  if (text === undefined) throw new TypeError("A quote is always an object");
  return bytesToHex(sha256(utf8ToBytes(text)));
}
