import { expect, expectAccessible, signIn, test } from "./fixtures";

/** Far enough ahead that no other test meets the version. */
const farAhead = () => new Date(Date.now() + 600 * 86_400_000).toISOString().slice(0, 10);

test("a shop reads its rate card, which says that it is a sample, and works its terms out", async ({ page }) => {
  await signIn(page, "owner", "/s/shanshe/rate-cards");
  await expect(page.getByText("示例费率卡，不是抖音月付的真实费率")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "抖音月付示例费率卡 v1" }).click();
  const table = page.getByRole("table", { name: "期数与费率" });
  await expect(table.getByRole("row", { name: /^3 期 2\.30% 1\.80% 1\.80% ¥341\.02 ¥23\.00 13\.75%/ })).toBeVisible();
  await page.getByLabel("试算金额").fill("2000");
  await expect(table.getByRole("row", { name: /^3 期 .*¥46\.00 13\.75%/ })).toBeVisible();
  await page.getByLabel("下单日").fill("2026-11-30");
  await expect(table.getByRole("row", { name: /^3 期 .* 25\.30%/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "发布新版本" })).toHaveCount(0);
  await expectAccessible(page);

  await page.goto("/s/shanshe/policies");
  await expect(page.getByText("口径说明：内置上限按年化（单利）衡量")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/platform/rate-cards/new?channel=douyin-monthly-pay");
  await expect(page.getByRole("heading", { name: "页面不存在或无权查看" })).toBeVisible();
});

test("an administrator types a new version, is refused above the ceiling with the sum, and publishes the corrected one", async ({ page }) => {
  await signIn(page, "admin", "/platform");
  await expect(page.getByRole("heading", { name: "平台管理", level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/platform/rate-cards/new?channel=douyin-monthly-pay");
  await expect(page.getByText("内容与生效版本相同，改动后才能发布。")).toBeVisible();

  const fee = page.getByLabel("第 1 行，买家付费");
  await fee.fill("8");
  await expect(page.getByText("3 期超过“综合融资成本不超过年化 24%”，不能发布")).toBeVisible();
  await expect(page.getByText("¥1,080.00")).toBeVisible();
  await expectAccessible(page);
  await fee.fill("2.5");
  await expect(page.getByRole("row", { name: /14\.94%/ })).toBeVisible();
  await page.getByLabel("生效日期").fill("2020-01-01");
  await expect(page.getByText(/今天的试算在当日 24 点前有效/)).toBeVisible();
  await page.getByLabel("生效日期").fill(farAhead());
  await page.getByLabel("费率来源").fill(`示例数据，端到端测试 ${Date.now()}`);
  await page.getByRole("button", { name: "核对并发布" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("row", { name: /3 期，买家付费 2\.30% 2\.50%|费率来源/ }).first()).toBeVisible();
  await dialog.getByRole("button", { name: "发布" }).click();
  await page.waitForURL(/\/platform\/rate-cards\/card_/);
  await expect(page.getByText("待生效")).toBeVisible();
  await expectAccessible(page);
});

test("a risk officer sees what a prime rate would do before recording it", async ({ page }) => {
  await signIn(page, "risk", "/platform/policies");
  await expect(page.getByText("= 4 × LPR 3.00%")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "登记 LPR" }).click();
  await page.getByRole("textbox", { name: "1 年期 LPR" }).fill("0.3");
  await expect(page.getByText(/请确认小数点没有填错/)).toBeVisible();
  await page.getByRole("button", { name: "核对并登记" }).click();
  await expect(page.getByText("请填写此项。")).toBeVisible();
  await expectAccessible(page);

  await page.goto("/platform/policies/new?code=composite-cost-24");
  await page.getByRole("textbox", { name: "上限" }).fill("13");
  await expect(page.getByText("下列期数会超过上限或提示线；超过上限的标签从生效日起不再展示")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/platform/rate-cards/new?channel=douyin-monthly-pay");
  await expect(page.getByRole("heading", { name: "页面不存在或无权查看" })).toBeVisible();
});
