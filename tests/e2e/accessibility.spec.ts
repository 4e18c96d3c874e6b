import type { Page } from "@playwright/test";
import type { PersonName } from "@/prisma/seed/cast";
import { expect, expectAccessible, signIn, test } from "./fixtures";

const STORE_PAGES = ["/store/shanshe", "/store/shanshe/live", "/store/shanshe/showcase", "/store/shanshe/poi", "/store/nobody"];
const SHOP_PAGES = [
  "/s/shanshe",
  "/s/shanshe/products",
  "/s/shanshe/products/new",
  "/s/shanshe/products/import",
  "/s/shanshe/offers",
  "/s/shanshe/offers/new",
  "/s/shanshe/labels",
  "/s/shanshe/rate-cards",
  "/s/shanshe/policies",
  "/s/shanshe/notifications",
  "/s/shanshe/activity",
  "/s/shanshe/settings",
  "/s/xinyu",
  "/s/nobody",
];
const PLATFORM_PAGES = ["/platform", "/platform/rate-cards", "/platform/rate-cards/new", "/platform/policies", "/platform/policies/new", "/platform/policies/lpr", "/platform/activity", "/platform/settings"];

const LOOKS = [
  { name: "Chinese, light, wide", locale: "zh-CN", colorScheme: "light", width: 1440, height: 900 },
  { name: "English, dark, on a phone", locale: "en", colorScheme: "dark", width: 390, height: 844 },
] as const;

for (const { name, locale, colorScheme, width, height } of LOOKS) {
  const dress = async (page: Page, person: PersonName | null) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    if (person) await signIn(page, person, "/s/shanshe/settings");
    await page.context().addCookies([{ name: "NEXT_LOCALE", value: locale, url: test.info().project.use.baseURL! }]);
  };

  const look = async (page: Page, path: string) => {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expect(page.locator("h1"), `one heading on ${path}`).toHaveCount(1);
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `no sideways scroll on ${path}`).toBeLessThanOrEqual(width);
    });
  };

  test.describe(name, () => {
    test("the sign-in and the sandbox storefront", async ({ page }) => {
      test.setTimeout(60_000);
      await dress(page, null);
      await look(page, "/sign-in");
      for (const path of STORE_PAGES) await look(page, path);
      await page.goto("/store/shanshe/showcase");
      await look(page, await hrefOf(page, /\/disclosure\?/));
    });

    test("every page of a shop", async ({ page }) => {
      test.setTimeout(120_000);
      await dress(page, "owner");
      for (const path of SHOP_PAGES) await look(page, path);
      await page.goto("/s/shanshe/products");
      const product = await hrefOf(page, /\/products\/prd_[^/?]+$/);
      await look(page, product);
      await look(page, `${product}/edit`);
      await page.goto("/s/shanshe/offers");
      const offer = await hrefOf(page, /\/offers\/ofr_[^/?]+$/);
      await look(page, offer);
      await look(page, `${offer}/edit`);
      await page.goto("/s/shanshe/rate-cards");
      await look(page, await hrefOf(page, /\/rate-cards\/card_[^/?]+$/));
    });

    test("every page of the platform", async ({ page }) => {
      test.setTimeout(60_000);
      await dress(page, "admin");
      for (const path of PLATFORM_PAGES) await look(page, path);
      await page.goto("/platform/rate-cards");
      await look(page, await hrefOf(page, /\/rate-cards\/card_[^/?]+$/));
    });
  });
}

/** The address of the first link on the page that looks like this. */
async function hrefOf(page: Page, pattern: RegExp): Promise<string> {
  const links = page.getByRole("main").getByRole("link");
  await expect(links.first()).toBeAttached();
  const found = (await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""))).find((href) => pattern.test(href));
  expect(found, `a link like ${pattern} on ${page.url()}`).toBeTruthy();
  return found!;
}
