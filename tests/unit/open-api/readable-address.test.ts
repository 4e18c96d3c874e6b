import { describe, expect, it } from "vitest";
import { isReadableAddress } from "@/lib/open-api/readable-address";

describe("isReadableAddress", () => {
  it.each([
    ["/", ""],
    ["/store/%E5%B1%B1", "?after=%E8%88%8D"],
    ["/api/v1/labels", "?product=100%"],
  ])("%s%s is readable", (pathname, search) => {
    expect(isReadableAddress(pathname, search)).toBe(true);
  });

  it.each([
    ["*", ""],
    ["http://elsewhere.example/api", ""],
    ["/store/%", ""],
    ["/store/%ff", ""],
    ["/store/%00", ""],
    ["/store/a", "?after=%00"],
  ])("%s%s is not", (pathname, search) => {
    expect(isReadableAddress(pathname, search)).toBe(false);
  });
});
