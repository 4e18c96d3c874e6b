import { expect, expectAccessible, signIn, test } from "./fixtures";

const offers = "/s/beian/offers";

test("the recommended offer goes live in two decisions, is paused and resumed", async ({ page }) => {
  await signIn(page, "stranger", `${offers}/new`);
  await expect(page.getByText("为什么这样推荐")).toBeVisible();
  await expect(page.getByText("3期0息").first()).toBeVisible();
  await expectAccessible(page);
  const name = `端到端 ${Date.now()}`;
  await page.getByLabel("活动名称").fill(name);
  await expect(page.getByRole("status").filter({ hasText: "已是最新" })).toBeVisible();
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "确认发布" }).click();
  await page.waitForURL(/\/offers\/ofr_[0-9a-z]+$/);
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(page.getByText("进行中").first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "暂停", exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("button", { name: "暂停" })).toBeDisabled();
  await dialog.getByRole("textbox", { name: "原因" }).fill("主播休息");
  await dialog.getByRole("button", { name: "暂停" }).click();
  await expect(page.getByText("主播休息")).toBeVisible();
  await page.getByRole("button", { name: "恢复", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "恢复" }).click();
  await expect(page.getByText("进行中").first()).toBeVisible();
});

test("an offer below one order is refused with the sum, and stays in the form", async ({ page }) => {
  await signIn(page, "stranger", `${offers}/new`);
  const budget = page.getByLabel(/^预算/);
  await budget.fill("0.01");
  await expect(page.getByText(/不够一单/).first()).toBeVisible();
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await expect(page.getByText("没有发布，原因见表单上方")).toBeVisible();
  await expect(page.getByText("剩余预算", { exact: true }).first()).toBeVisible();
  await expect(budget).toHaveValue("0.01");
});

test("what cannot be read or is not chosen is no empty field: it is named, and nothing is published", async ({ page }) => {
  await signIn(page, "stranger", `${offers}/new`);
  const publish = page.getByRole("button", { name: "发布", exact: true });
  const budget = page.getByLabel(/^预算/);
  await budget.fill("三千");
  await publish.click();
  await expect(page.getByText("请输入金额，例如 1299 或 1,299.00。")).toBeVisible();
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await expect(budget).toHaveValue("三千");
  await budget.fill("0");
  await expect(page.getByText("不能小于 ¥0.01。")).toBeVisible();
  await budget.fill("3000");
  await page.getByRole("radio", { name: "按类目" }).click();
  await publish.click();
  await expect(page.getByText("至少选择 1 项。")).toBeVisible();
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
});

test("words follow the payer, so that zero interest is never claimed where a buyer pays", async ({ page }) => {
  await signIn(page, "stranger", `${offers}/new`);
  await page.getByRole("radio", { name: "买家付费" }).click();
  const preview = page.getByRole("region", { name: "实时预览" });
  await expect(preview.getByText(/年化13\.75%/).first()).toBeVisible();
  await expect(preview.getByText("3期0息")).toHaveCount(0);
  await expect(preview.getByText(/高于提示线 12\.00%/).first()).toBeVisible();
});

test("of two people who edit, the second merges and nothing is lost", async ({ page, browser }) => {
  const name = `合并 ${Date.now()}`;
  await signIn(page, "stranger", `${offers}/new`);
  await page.getByLabel("活动名称").fill(name);
  await page.getByRole("button", { name: "保存草稿" }).click();
  await page.waitForURL(/\/edit$/);
  const address = page.url();

  const other = await (await browser.newContext()).newPage();
  await signIn(other, "stranger", new URL(address).pathname);
  await other.getByLabel("优先级").fill("300");
  await other.getByRole("button", { name: "保存草稿" }).click();
  await expect(other.getByText("草稿已保存")).toBeVisible();

  await page.getByLabel("优先级").fill("200");
  await page.getByLabel("最高金额").fill("8000");
  await page.getByRole("button", { name: "保存草稿" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/刚刚改过这个活动/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("radio", { name: /陆北岸/ }).click();
  await dialog.getByRole("button", { name: "合并后继续编辑" }).click();
  await expect(page.getByLabel("优先级")).toHaveValue("300");
  await expect(page.getByLabel("最高金额")).toHaveValue("8,000.00");
  await expect(page.getByText("草稿已保存"), "the word of the first save has gone").toHaveCount(0);
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("草稿已保存")).toBeVisible();
  await other.context().close();
});

test("finance records what a bill says; a viewer reads the offer and changes nothing", async ({ page }) => {
  await signIn(page, "viewer", "/s/shanshe/offers");
  await expectAccessible(page);
  await expect(page.getByRole("link", { name: "新建活动" })).toHaveCount(0);
  await page.getByRole("link", { name: "全店 3 期 0 息" }).first().click();
  await expect(page.getByText("月付账单-第 1 周")).toBeVisible();
  await expect(page.getByText("单件毛利")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "暂停", exact: true })).toHaveCount(0);
  await page.goto("/s/shanshe/offers/new");
  await expect(page.getByRole("heading", { name: "页面不存在或无权查看" })).toBeVisible();
  await page.goto("/s/beian/offers");
  await expect(page.getByRole("heading", { name: "页面不存在或无权查看" })).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test("offers are read and edited without sideways scrolling", async ({ page }) => {
    await signIn(page, "owner", "/s/shanshe/offers");
    for (const path of ["/s/shanshe/offers", "/s/shanshe/offers/new"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    }
  });
});
