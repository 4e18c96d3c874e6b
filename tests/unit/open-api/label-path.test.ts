import { describe, expect, it } from "vitest";
import { isHotLabelQuery } from "@/lib/open-api/label-path";

describe("isHotLabelQuery", () => {
  it.each(["?shop=a&product=b&placement=poi", "?shop=a&product=status&placement=poi", ""])("%s asks for now", (search) => {
    expect(isHotLabelQuery(search)).toBe(true);
  });

  it.each(["?shop=a&at=2026-11-22T00:00:00Z", "?%61t=2026-11-22T00:00:00Z", "?a%74=x", "?%61%74=x"])("%s names an instant, however its letters are written", (search) => {
    expect(isHotLabelQuery(search)).toBe(false);
  });
});
