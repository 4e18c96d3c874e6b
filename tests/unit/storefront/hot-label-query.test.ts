import fc from "fast-check";
import { expect, it } from "vitest";
import { readHotQuery } from "@/lib/storefront/hot-label-query";
import { parseLabelQuery } from "@/lib/storefront/label-query";

it("reads what storefronts write, in any order", () => {
  expect(readHotQuery("?placement=poi&product=A1002&shop=xinyu&amount=129900&sku=s-1")).toEqual({ shop: "xinyu", product: "A1002", placement: "poi", sku: "s-1", amount: 129_900 });
});

it("reads nothing otherwise than the strict way does, and leaves it what that refuses", () => {
  const name = fc.constantFrom("shop", "product", "placement", "sku", "amount", "at", "x", "");
  const value = fc.oneof(fc.constantFrom("poi", "showcase", "1", "129900", "0", "100000000000", "100000000001", "a b", "a+b", "%E8%8C%B6", "茶", "", "a=b", "x".repeat(201)), fc.string({ maxLength: 6 }));
  let read = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value), { maxLength: 6 }), fc.boolean(), fc.constantFrom("", "&"), (pairs, isWhole, tail) => {
      const whole: [string, string][] = isWhole ? [["shop", "tea"], ["product", "T-1"], ["placement", "poi"]] : [];
      const search = `?${[...whole, ...pairs].map(([key, text]) => `${key}=${text}`).join("&")}${tail}`;
      const hot = readHotQuery(search);
      if (hot === null) return;
      read++;
      expect(parseLabelQuery(search)).toEqual(hot);
    }),
    { numRuns: 3_000 },
  );
  expect(read).toBeGreaterThan(100);
});
