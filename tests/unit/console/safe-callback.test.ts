import { describe, expect, it } from "vitest";
import { safeCallback } from "@/app/(auth)/sign-in/safe-callback";

describe("where sign-in leads", () => {
  it.each([
    ["/s/tea/products?tag=新品", "/s/tea/products?tag=%E6%96%B0%E5%93%81"],
    ["/", "/"],
    [undefined, "/"],
    ["", "/"],
    ["s/tea", "/"],
    ["https://evil.example/", "/"],
    ["//evil.example/", "/"],
    ["/\\evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["/..//evil.example", "/"],
    ["javascript:alert(1)", "/"],
  ])("%s → %s", (wanted, expected) => {
    expect(safeCallback(wanted)).toBe(expected);
  });
});
