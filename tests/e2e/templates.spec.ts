import { expect, expectAccessible, signIn, test } from "./fixtures";

const nextMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

test("a template is proposed with a preview of real quotes, and approved by another person", async ({ page, browser }) => {
  test.setTimeout(90_000);
  const code = `apr-e2e-${Date.now()}`;
  await signIn(page, "reviewer", "/platform/templates/new");
  await page.getByLabel("编码").fill(code);
  await page.getByLabel("主文案").fill("支持{term}期0息");
  await expect(page.getByText("只有“0 息”类模板可以宣称零息。").first()).toBeVisible();
  await page.getByLabel("主文案").fill("分{term}期 年化{apr}");
  await expect(page.getByText("没有发现问题。")).toBeVisible();
  await expect(page.getByText(/分12期 年化\d+\.\d\d%/).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("生效日期").fill(nextMonth());
  await page.getByLabel("提案说明").fill("换一种说法");
  await page.getByRole("button", { name: "提交提案" }).click();
  await expect(page.getByText("提案已提交，等待他人批准。")).toBeVisible();
  await expect(page.getByText("这是你发起的提案，须由他人批准。").first()).toBeVisible();
  await expectAccessible(page);

  const second = await (await browser.newContext()).newPage();
  await signIn(second, "secondReviewer", "/platform/templates");
  const card = second.getByRole("article").filter({ hasText: code });
  await card.getByRole("button", { name: "批准", exact: true }).click();
  await second.getByRole("alertdialog").getByRole("button", { name: "批准", exact: true }).click();
  await expect(second.getByRole("row", { name: new RegExp(code) })).toContainText("待生效");
});
