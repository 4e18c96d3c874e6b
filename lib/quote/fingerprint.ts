import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalQuote, type CanonicalPieces } from "@/lib/quote/canonical-quote";
import { type Quote } from "@/lib/quote/quote-result";
import { resolveQuoteInput, type ResolvedQuoteInput } from "@/lib/quote/resolve-quote-input";
import { type QuoteInput } from "@/lib/quote/schema";

export type QuoteDocument = { engineVersion: string; input: ResolvedQuoteInput; result: Quote; fingerprint: string };

/** Of the pieces of a text in UTF-8, in hex. */
export type Sha256 = (pieces: CanonicalPieces) => string;

/**
 * sha256, in hex, of the RFC 8785 JSON of engine version, input with the whole card and policy rows, and result. A server
 * may bring its own faster hash; the browser has this one.
 */
export function fingerprintQuote(input: QuoteInput, quote: Quote, hash: Sha256 = pureSha256): string {
  return hash(canonicalQuote(input, quote));
}

/** Everything that another needs to recompute a quote, as `yuefu quote` writes it and `yuefu verify` reads it. */
export function quoteDocument(input: QuoteInput, quote: Quote): QuoteDocument {
  return { engineVersion: quote.engineVersion, input: resolveQuoteInput(input), result: quote, fingerprint: fingerprintQuote(input, quote) };
}

const pureSha256: Sha256 = (pieces) => {
  const hash = sha256.create();
  for (const piece of pieces) hash.update(typeof piece === "string" ? utf8ToBytes(piece) : piece);
  return bytesToHex(hash.digest());
};
