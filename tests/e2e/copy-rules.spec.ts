import { expect, expectAccessible, signIn, test } from "./fixtures";

test("rules and context words are changed, tried, proposed, and approved by another person", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const words = `头牌好茶${Date.now() % 100_000}`;
  const note = `新增用语 ${words}`;
  await signIn(page, "lead", "/platform/copy-rules");
  await page.getByRole("heading", { name: "绝对化用语" }).click();
  await expectAccessible(page);
  await page.getByRole("searchbox").fill("absolute");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: /“第一”“唯一”/ }).first().click();
  const patterns = page.getByLabel("用语", { exact: true });
  await expect(patterns).not.toHaveValue("");
  await expectAccessible(page);

  await patterns.fill(`${await patterns.inputValue()}\n(${words}`);
  await page.getByRole("button", { name: "加入待提交的修改" }).click();
  await expect(page.getByText(/括号不成对|括号/)).toBeVisible();
  await patterns.fill(`${(await patterns.inputValue()).trimEnd()})`);
  await page.getByRole("button", { name: "加入待提交的修改" }).click();
  await expect(page.getByRole("heading", { name: "待提交的修改（1 项）" })).toBeVisible();

  await page.goto("/platform/copy-rules/words");
  await expectAccessible(page);
  await page.getByRole("link", { name: "利率按复利计" }).click();
  await expect(page.getByRole("heading", { name: "利率按复利计" })).toBeVisible();
  await expectAccessible(page);
  const list = page.getByLabel("用语", { exact: true });
  await list.fill(`${await list.inputValue()}\n利滚利${words}`);
  await page.getByRole("button", { name: "加入待提交的修改" }).click();
  await expect(page.getByRole("heading", { name: "待提交的修改（2 项）" })).toBeVisible();
  await expect(page.getByRole("button", { name: "提交批准" })).toBeHidden();
  await page.getByRole("button", { name: "试运行", exact: true }).click();
  await expect(page.getByRole("heading", { name: "试运行结果" })).toBeVisible();
  await expect(page.getByText(`利滚利${words}`)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("修改说明").fill(note);
  await page.getByRole("button", { name: "提交批准" }).click();
  await expect(page.getByText("这是你自己发起的提案，须由他人批准；你可以撤回。")).toBeVisible();
  await expect(page.getByRole("button", { name: "批准", exact: true })).toHaveCount(0);

  const second = await (await browser.newContext()).newPage();
  await signIn(second, "reviewer", "/platform/copy-rules/proposals");
  await expectAccessible(second);
  await second.getByRole("link", { name: note }).click();
  await expect(second.getByRole("button", { name: "批准", exact: true })).toBeDisabled();
  await second.getByRole("button", { name: "试运行", exact: true }).click();
  await second.getByRole("button", { name: "批准", exact: true }).click();
  await second.getByRole("alertdialog").getByRole("button", { name: "批准", exact: true }).click();
  await expect(second.getByText("已批准").first()).toBeVisible();
  await second.goto("/platform/copy-rules/versions");
  await expect(second.getByRole("cell", { name: note })).toBeVisible();
  await expectAccessible(second);

  const shop = await (await browser.newContext()).newPage();
  await signIn(shop, "owner", "/s/shanshe/copy/new");
  await shop.getByLabel("文案", { exact: true }).fill(`${words}，山场核心产区。`);
  await expect(shop.getByRole("article", { name: new RegExp(words) })).toBeVisible();
});

test("a rule is marked for removal, kept after all, and nothing is left to propose", async ({ page }) => {
  await signIn(page, "reviewer", "/platform/copy-rules?q=cash-out-word");
  await page.getByRole("link", { name: /套现/ }).first().click();
  await page.getByRole("button", { name: "删除这条规则" }).click();
  await expect(page.getByText("待提交的修改（1 项）")).toBeVisible();
  await page.getByRole("link", { name: "cash-out-word" }).click();
  await page.getByRole("button", { name: "保留这条规则" }).click();
  await page.goto("/platform/copy-rules/changes");
  await expect(page.getByText("没有待提交的修改")).toBeVisible();
});

test("an auditor reads the rules and changes none; the platform's other people do not see them", async ({ page, browser }) => {
  await signIn(page, "auditor", "/platform/copy-rules/words/compound");
  await expect(page.getByLabel("用语", { exact: true })).toBeDisabled();
  await expect(page.getByRole("button", { name: "加入待提交的修改" })).toHaveCount(0);
  const admin = await (await browser.newContext()).newPage();
  await signIn(admin, "admin", "/platform");
  for (const path of ["/platform/copy-rules", "/platform/copy-rules/words", "/platform/copy-rules/words/compound", "/platform/templates"]) {
    await admin.goto(path);
    await expect(admin.getByRole("heading", { name: "页面不存在或无权查看" })).toBeVisible();
  }
});
