import { expect, expectAccessible, signIn, test } from "./fixtures";

test.describe("the sandbox storefront, open to everybody", () => {
  for (const place of ["", "/live", "/showcase", "/poi"]) {
    test(`/store/shanshe${place} is accessible and fits a phone`, async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`/store/shanshe${place}`);
      await expect(page.getByText("沙盒店铺页")).toBeVisible();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  }

  test("a label leads to the sheet with both rates, the schedule and the proof", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/store/shanshe/live");
    await page.getByRole("link", { name: /综合融资成本明示/ }).click();
    await expect(page.getByRole("heading", { name: "综合融资成本明示表" })).toBeVisible();
    await expect(page.getByText("除已明示外不再收取任何息费。")).toBeVisible();
    await expect(page.getByText("年化（单利）").first()).toBeVisible();
    await expect(page.getByText("年化（复利）").first()).toBeVisible();
    await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test("says what it does not have", async ({ page }) => {
    expect((await page.goto("/store/nobody/live"))?.status()).toBe(404);
    await page.goto("/store/xinyu/showcase");
    await expect(page.getByText("店铺还没有商品")).toBeVisible();
  });
});

test("the console shows what the storefront shows, with the reasons", async ({ page }) => {
  await signIn(page, "viewer", "/s/shanshe/labels");
  await expect(page.getByRole("heading", { name: "标签与展示位", level: 1 })).toBeVisible();
  for (const name of ["直播间商品卡预览", "商品橱窗预览", "POI 页预览"]) await expect(page.getByRole("group", { name })).toBeVisible();
  await expect(page.getByRole("heading", { name: "标签历史" })).toBeVisible();
  await expect(page.getByRole("button", { name: "停用全店标签" })).toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
});

test("one button stops every label of the shop, and lifts it again", async ({ page }) => {
  await signIn(page, "stranger", "/s/beian/labels");
  await page.getByRole("button", { name: "停用全店标签" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("button", { name: "立即停用" })).toBeDisabled();
  await dialog.getByLabel("停用原因").fill("核对价格");
  await dialog.getByRole("button", { name: "立即停用" }).click();
  await expect(page.getByText("全店标签已停用", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "恢复标签" }).click();
  await page.getByRole("alertdialog").getByLabel("恢复说明").fill("已核对");
  await page.getByRole("alertdialog").getByRole("button", { name: "恢复展示" }).click();
  await expect(page.getByRole("button", { name: "停用全店标签" })).toBeVisible();
});
