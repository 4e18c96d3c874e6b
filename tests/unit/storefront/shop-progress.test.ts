import { describe, expect, test } from "vitest";
import { nextSetupStep } from "@/lib/storefront/shop-progress";

const none = { draft: 0, scheduled: 0, live: 0, paused: 0, ended: 0 };

describe("the way from an empty shop to a live label", () => {
  test.each([
    ["an empty shop imports", { hasProducts: false, offers: none, labelled: 0 }, "import"],
    ["an empty shop with a draft still imports", { hasProducts: false, offers: { ...none, draft: 1 }, labelled: 0 }, "import"],
    ["with products it publishes the recommended offer", { hasProducts: true, offers: none, labelled: 0 }, "offer"],
    ["a draft is no offer yet", { hasProducts: true, offers: { ...none, draft: 2 }, labelled: 0 }, "offer"],
    ["an offer that has not begun leads to the labels", { hasProducts: true, offers: { ...none, scheduled: 1 }, labelled: 0 }, "live"],
    ["a live offer needs no guide", { hasProducts: true, offers: { ...none, live: 1 }, labelled: 3 }, null],
    ["a shop whose offers have ended needs none either", { hasProducts: true, offers: { ...none, ended: 1 }, labelled: 0 }, null],
  ] as const)("%s", (_, facts, step) => {
    expect(nextSetupStep(facts)).toBe(step);
  });
});
