import { describe, expect, it } from "vitest";
import { navFor } from "@/components/shell/nav-items";

const addresses = (shopId: string | null, mayReadActivity: boolean) => navFor({ shopId, mayReadActivity }).flatMap(({ items }) => items.map(({ href }) => href));

describe("the navigation", () => {
  it.each([
    ["a shop", "shanshe", "/s/shanshe/activity"],
    ["the platform", null, "/platform/activity"],
  ])("of %s leads to the activity log only those who may read it", (_name, shopId, log) => {
    const all = addresses(shopId, true);
    expect(all).toContain(log);
    expect(addresses(shopId, false)).toEqual(all.filter((href) => href !== log));
  });
});
