import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/lib/calendar/calendar-date";
import { fen } from "@/lib/money/fen";
import { sha256Hex } from "@/lib/platform/sha256-hex";
import { canonicalQuote, type CanonicalPieces } from "@/lib/quote/canonical-quote";
import { fingerprintQuote } from "@/lib/quote/fingerprint";
import { quote } from "@/lib/quote/quote";
import { resolveQuoteInput } from "@/lib/quote/resolve-quote-input";
import { FUNDING, policy, quoteInput, rateCard } from "./quote-inputs";

const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).map((text) => `${text}"\\\u2028\n`);

const textOf = (pieces: CanonicalPieces) => pieces.map((piece) => (typeof piece === "string" ? piece : Buffer.from(piece).toString("utf8"))).join("");

test("writes what the library for RFC 8785 writes, whatever the input", () => {
  let quoted = 0;
  fc.assert(
    fc.property(
      fc.record({
        cash: fc.integer({ min: 1, max: 5_000_000 }),
        dearer: fc.integer({ min: -500, max: 20_000 }),
        upfront: fc.option(fc.integer({ min: 0, max: 500 })),
        addOns: fc.option(fc.integer({ min: 0, max: 500 })),
        funding: fc.constantFrom(...Object.values(FUNDING)),
        term: fc.constantFrom(3, 6, 12),
        hasWindow: fc.boolean(),
        name: words,
        code: words,
      }),
      ({ cash, dearer, upfront, addOns, funding, term, hasWindow, name, code }) => {
        const base = quoteInput();
        const input = quoteInput({
          prices: {
            cashPriceFen: fen(cash),
            installmentPriceFen: fen(Math.max(1, cash + dearer)),
            ...(upfront === null ? {} : { upfrontFeeFen: fen(upfront) }),
            ...(addOns === null ? {} : { addOnsFen: fen(addOns) }),
          },
          funding,
          term,
          rateCard: rateCard({ lenderName: name, lenderShortName: code, source: name }),
          policies: [policy({ code, nameZh: name }), policy({ id: "effective", code: "e", measure: "effective", kind: "watch", formula: { kind: "lpr-multiple", multiple: 4 } })],
          ...(hasWindow ? { window: { from: base.orderDate, to: addDays(base.orderDate, 40) } } : {}),
        });
        const result = quote(input);
        if (!result.ok) return;
        quoted++;
        const content = { engineVersion: result.quote.engineVersion, input: resolveQuoteInput(input), result: result.quote };
        expect(textOf(canonicalQuote(input, result.quote))).toBe(canonicalize(content));
        expect(fingerprintQuote(input, result.quote, sha256Hex)).toBe(fingerprintQuote(input, result.quote));
      },
    ),
    { numRuns: 300 },
  );
  expect(quoted).toBeGreaterThan(50);
});

test("the server's hash is the same for texts of any length", () => {
  for (const text of ["", "茶", "茶".repeat(30_000)]) expect(sha256Hex([text, new Uint8Array([65]), "b"])).toBe(createHash("sha256").update(`${text}Ab`).digest("hex"));
});
