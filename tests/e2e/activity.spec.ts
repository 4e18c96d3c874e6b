import { expect, expectAccessible, signIn, test } from "./fixtures";

test("the owner reads who did what, opens a deed and narrows the list", async ({ page }) => {
  await signIn(page, "owner", "/s/shanshe");
  await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "操作记录" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "操作记录" })).toBeVisible();
  await page.getByRole("combobox", { name: "操作类型" }).click();
  await page.getByRole("option", { name: "分期活动" }).click();
  await expect(page).toHaveURL(/group=offer/);
  const table = page.getByRole("table", { name: "操作记录" });
  await expect(table.getByRole("row", { name: /林见山|周小满/ }).first()).toBeVisible();
  await table.getByRole("button", { name: "登记预算用量：详情" }).first().click();
  await expect(table.getByText("账单号")).toBeVisible();
  await expect(table.getByText("请求编号")).toBeVisible();
  await expectAccessible(page);
  await table.getByRole("link", { name: "许知秋，只看此人的操作" }).first().click();
  await expect(page.getByRole("button", { name: "取消筛选：操作人：许知秋" })).toBeVisible();
  await expect(table.getByRole("row", { name: /周小满/ })).toHaveCount(0);
});

test("a phone shows the log as cards", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, "owner", "/s/shanshe/activity");
  const cards = page.getByRole("main").getByRole("list");
  await cards.getByRole("button", { name: /：详情$/ }).first().click();
  await expect(cards.getByText("请求编号")).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("whoever may only look around finds no log, in the navigation or by its address", async ({ page }) => {
  await signIn(page, "viewer", "/s/shanshe");
  await expect(page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "操作记录" })).toHaveCount(0);
  await page.goto("/s/shanshe/activity");
  await expect(page.getByRole("heading", { name: "页面不存在或无权查看" })).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
});

test("the auditor reads the platform's deeds and every shop's", async ({ page }) => {
  await signIn(page, "auditor", "/platform");
  await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "操作记录" }).click();
  const table = page.getByRole("table", { name: "操作记录" });
  await expect(table.getByRole("link", { name: "shanshe，只看这家店铺" }).or(table.getByRole("link", { name: "beian，只看这家店铺" })).first()).toBeVisible();
  await page.goto("/platform/activity?group=rates");
  await expect(table.getByRole("cell", { name: "发布费率卡" }).first()).toBeVisible();
  await expectAccessible(page);
});
