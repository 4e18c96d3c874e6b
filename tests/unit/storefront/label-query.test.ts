import { describe, expect, it } from "vitest";
import { parseLabelQuery } from "@/lib/storefront/label-query";

const BASE = "?shop=tea&product=T-1&placement=poi";

describe("parseLabelQuery", () => {
  it("reads what the address says", () => {
    expect(parseLabelQuery(`${BASE}&sku=a%20b&amount=129900`)).toEqual({ shop: "tea", product: "T-1", placement: "poi", sku: "a b", amount: 129_900 });
  });

  it.each(["2026-11-20T12:00:00%2B08:00", "2026-11-20T12:00:00+08:00", "2026-11-20T04:00:00Z", "2026-11-20T04:00:00.000Z"])("reads the instant %s", (text) => {
    expect(parseLabelQuery(`${BASE}&at=${text}`).at).toEqual(new Date("2026-11-20T04:00:00Z"));
  });

  it.each(["", "&at=2026-11-20", "&at=2026-11-20T12:00:00", "&amount=1e3", "&amount=01", "&amount=100000000001", "&__proto__=x", "&shop=other"])("refuses %s", (more) => {
    expect(() => parseLabelQuery(more === "" ? "?shop=tea" : `${BASE}${more}`)).toThrow();
  });
});
