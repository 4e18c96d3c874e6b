import { expect, expectAccessible, signIn, test } from "./fixtures";

test("language and theme change at once and come back on another device", async ({ page, browser }) => {
  await signIn(page, "viewer", "/s/shanshe/settings");
  await expectAccessible(page);
  await page.getByRole("radio", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await page.getByRole("radio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expectAccessible(page);

  const elsewhere = await browser.newPage();
  await signIn(elsewhere, "viewer", "/s/shanshe/settings");
  await expect(elsewhere.locator("html")).toHaveAttribute("lang", "en");
  await expect(elsewhere.locator("html")).toHaveAttribute("data-theme", "dark");
  await elsewhere.close();

  await page.getByRole("radio", { name: "Follow the device" }).click();
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
  await page.getByRole("radio", { name: "简体中文" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "设置" })).toBeVisible();
});

test("a viewer sees the members and cannot rename the shop", async ({ page }) => {
  await signIn(page, "viewer", "/s/shanshe/settings");
  await expect(page.getByRole("table", { name: "店铺成员" }).getByRole("row", { name: /许知秋/ })).toContainText("财务");
  await expect(page.getByLabel("店铺名称")).toHaveCount(0);
});

test("signing out everywhere ends the session of another device", async ({ page, browser }) => {
  const elsewhere = await browser.newPage();
  await signIn(elsewhere, "stranger", "/s/beian/settings");
  await signIn(page, "stranger", "/s/beian/settings");
  await page.getByRole("button", { name: "退出全部设备" }).click();
  const dialog = page.getByRole("alertdialog", { name: "退出全部设备上的登录？" });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "退出全部设备" }).click();
  await expect(page.getByText("登录已失效")).toBeVisible();
  await elsewhere.goto("/s/beian/settings");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await elsewhere.close();
});

test("the keyboard reaches the content first, and a phone the whole navigation", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, "viewer", "/s/shanshe/notifications");
  await expect(page.getByRole("heading", { level: 1, name: "通知" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "跳到主要内容" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("dialog").getByRole("link", { name: "设置" }).click();
  await expect(page).toHaveURL(/\/settings$/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("platform people find their own account in the navigation, and nothing of a shop", async ({ page }) => {
  await signIn(page, "auditor", "/platform");
  await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "设置" }).click();
  await expect(page).toHaveURL(/\/platform\/settings$/);
  await expect(page.getByRole("heading", { level: 1, name: "设置" })).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText("auditor@platform.example")).toBeVisible();
  await expect(page.getByLabel("店铺名称")).toHaveCount(0);
  await page.getByLabel("当前密码").fill("not the password");
  await page.getByLabel("新密码").fill("four unrelated words");
  await page.getByRole("button", { name: "修改密码" }).click();
  await expect(page.getByText("当前密码不正确。")).toBeVisible();
});

test("the platform's settings are not found by a shop's person", async ({ page }) => {
  await signIn(page, "viewer", "/s/shanshe");
  const response = await page.goto("/platform/settings");
  expect(response?.status()).toBe(404);
});
