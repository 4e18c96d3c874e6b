import { expect, expectAccessible, signIn, test } from "./fixtures";

const WORDS = "全网第一的手作盖碗，釉色温润，口沿薄，端着不烫手。";
const PAGES_MAX = 10;
const BETTER = "手作盖碗，釉色温润，口沿薄，端着不烫手。";

test("a shop writes, applies the rewrite and submits; a reviewer approves by keyboard; shoppers read it", async ({ page, browser }) => {
  test.setTimeout(120_000);
  await signIn(page, "owner", "/s/shanshe/copy/new");
  await page.getByLabel("文案", { exact: true }).fill(WORDS);
  await expect(page.getByRole("article", { name: /全网第一/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "一键改写" }).click();
  await expect(page.getByLabel("文案", { exact: true })).toHaveValue(BETTER);
  await expect(page.getByText("没有发现问题，可以提交审核。")).toBeVisible();
  await page.getByRole("button", { name: "提交审核" }).click();
  await expect(page.getByText("已提交，等待审核")).toBeVisible();
  await expectAccessible(page);

  const reviewing = await (await browser.newContext()).newPage();
  await signIn(reviewing, "reviewer", "/platform/reviews");
  await expect(reviewing.getByRole("link", { name: BETTER })).toBeVisible();
  await expectAccessible(reviewing);
  await reviewing.getByRole("link", { name: BETTER }).click();
  await expect(reviewing.getByRole("heading", { name: "审核决定" })).toBeVisible();
  await expectAccessible(reviewing);
  await reviewing.keyboard.press("a");
  await reviewing.keyboard.type("商品描述属实。");
  await reviewing.keyboard.press("Control+Enter");
  await expect(reviewing.getByText("已通过，文案开始展示")).toBeVisible();

  await page.reload();
  await expect(page.getByText("正在展示", { exact: true })).toBeVisible();
  await page.goto("/store/shanshe/showcase");
  const older = page.getByRole("link", { name: "下一页" });
  for (let turned = 0; turned < PAGES_MAX && (await page.getByText(BETTER).count()) === 0; turned++) await page.goto((await older.getAttribute("href"))!);
  await expect(page.getByText(BETTER)).toBeVisible();
});

test("a reviewer's pages are no business of a shop, nor of the platform's other people", async ({ page }) => {
  await signIn(page, "admin", "/platform");
  for (const path of ["/platform/reviews", "/platform/review-numbers", "/platform/take-downs"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "页面不存在或无权查看" })).toBeVisible();
  }
});

for (const path of ["/platform/reviews", "/platform/review-numbers", "/platform/take-downs", "/platform/templates", "/platform/copy-rules"]) {
  test(`${path} is accessible and fits a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn(page, "lead", path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}
