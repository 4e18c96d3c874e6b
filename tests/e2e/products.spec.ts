import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { text, writeWorkbook } from "../setup/workbook";
import { expect, expectAccessible, signIn, test } from "./fixtures";

// What is written here goes into a shop that no other test looks at.
const PRODUCTS = "/s/beian/products";
const unique = () => `E2E${Date.now()}`;
const csvFile = (content: string) => ({ name: "店铺商品.csv", mimeType: "text/csv", buffer: Buffer.from(content) });

test("a product sheet goes from file to list, and refused rows come back as a file", async ({ page }) => {
  const id = unique();
  await signIn(page, "stranger", `${PRODUCTS}/import`);
  await expectAccessible(page);
  await page.getByLabel("选择文件").setInputFiles(
    csvFile(`商品ID,商品标题,类目,售价,库存\n${id}-1,端到端青瓷杯,茶杯,"¥1,299.00",3\n${id}-2,端到端白瓷杯,茶杯,免费,有货\n${id}-3,=端到端,茶杯,-1,有货\n`),
  );
  await expect(page.getByRole("button", { name: "导入 1 行" })).toBeVisible();
  await expect(page.getByRole("region", { name: "不能导入的行" })).toContainText("现金价不是金额");
  await expectAccessible(page);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载错误文件" }).click();
  const refused = await readFile((await (await download).path())!, "utf8");
  expect(refused).toContain("'=端到端");
  expect(refused).toContain("现金价是负数");

  await page.getByRole("button", { name: "导入 1 行" }).click();
  await expect(page.getByText("导入完成")).toBeVisible();
  await expect(page.getByRole("link", { name: "创建分期活动" })).toBeVisible();
  await page.getByRole("link", { name: "查看商品" }).click();
  await page.getByLabel("搜索商品").fill("端青");
  await expect(page.getByRole("table", { name: "商品列表" }).getByRole("link", { name: "端到端青瓷杯" }).first()).toBeVisible();
  await expect(page).toHaveURL(/q=/);
});

test("columns with other names are matched by hand, and a file that is no CSV says what to do", async ({ page }) => {
  const id = unique();
  await signIn(page, "stranger", `${PRODUCTS}/import`);
  await page.getByLabel("选择文件").setInputFiles({ name: "表.xlsx", mimeType: "text/csv", buffer: Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2]) });
  await expect(page.getByRole("alert").filter({ hasText: "没有读成功" })).toContainText("Excel 文件已损坏");
  await page.getByLabel("选择文件").setInputFiles(csvFile(`货${id},品${id},钱${id}\n${id},手工对列杯,88\n`));
  await expect(page.getByRole("status").filter({ hasText: "还需要指定" })).toBeVisible();
  for (const [column, field] of [["货", "商品 ID"], ["品", "商品标题"], ["钱", "现金价"]] as const) {
    await page.getByRole("combobox", { name: `“${column}${id}”是` }).click();
    await page.getByRole("option", { name: field }).click();
  }
  await expectAccessible(page);
  await page.getByRole("button", { name: "检查数据" }).click();
  await page.getByRole("button", { name: "导入 1 行" }).click();
  await expect(page.getByText("导入完成")).toBeVisible();
});

test("an Excel sheet comes in, and the catalog goes out as one that can come in again", async ({ page }, testInfo) => {
  const id = unique();
  const file = testInfo.outputPath("商品.xlsx");
  const row = (number: number, ...values: string[]) => `<row r="${number}">${values.map((value, column) => text(`${"ABC"[column]}${number}`, value)).join("")}</row>`;
  await mkdir(dirname(file), { recursive: true });
  await writeWorkbook(file, { rows: row(1, "商品ID", "商品标题", "售价") + row(2, id, "表格里的杯", "88.5") });
  await signIn(page, "stranger", `${PRODUCTS}/import`);
  await page.getByLabel("选择文件").setInputFiles(file);
  await page.getByRole("button", { name: "导入 1 行" }).click();
  await expect(page.getByText("导入完成")).toBeVisible();

  await page.goto(PRODUCTS);
  await page.getByRole("button", { name: "导出" }).click();
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Excel 文件" }).click();
  const exported = testInfo.outputPath("导出.xlsx");
  await (await download).saveAs(exported);
  expect((await readFile(exported)).subarray(0, 2).toString()).toBe("PK");
  await page.goto(`${PRODUCTS}/import`);
  await page.getByLabel("选择文件").setInputFiles(exported);
  await expect(page.getByRole("button", { name: /^导入 \d+ 行$/ })).toBeVisible();
  await expect(page.getByRole("region", { name: "不能导入的行" })).toHaveCount(0);
  await page.getByRole("button", { name: "放弃这次导入" }).click();
});

test("an import of many rows tells how far it is and can be stopped", async ({ page }) => {
  test.slow();
  const id = unique();
  const rows = Array.from({ length: 60_000 }, (_, index) => `${id}-${index},不会进来的杯 ${index},12`).join("\n");
  await signIn(page, "stranger", `${PRODUCTS}/import`);
  await page.getByLabel("选择文件").setInputFiles(csvFile(`商品ID,商品标题,售价\n${rows}\n`));
  await page.getByRole("button", { name: "导入 60,000 行" }).click();
  await expect(page.getByRole("status").filter({ hasText: /已处理 [1-9][\d,]* \/ 60,000 行/ })).toBeVisible();
  await page.getByRole("button", { name: "取消导入" }).click();
  await expect(page.getByText("已取消，商品没有变化。")).toBeVisible();
  await expect(page.getByRole("button", { name: "导入 60,000 行" })).toBeVisible();
  await page.getByRole("button", { name: "放弃这次导入" }).click();
  await page.goto(`${PRODUCTS}?q=${id}-`);
  await expect(page.getByText("没有符合条件的商品")).toBeVisible();
});

test("an upload is thrown away before it goes in", async ({ page }) => {
  const id = unique();
  await signIn(page, "stranger", `${PRODUCTS}/import`);
  await page.getByLabel("选择文件").setInputFiles(csvFile(`商品ID,商品标题,售价\n${id},不要的杯,88\n`));
  await expect(page.getByRole("button", { name: "导入 1 行" })).toBeVisible();
  await page.getByRole("button", { name: "放弃这次导入" }).click();
  await expect(page.getByText("已放弃，商品没有变化。")).toBeVisible();
});

test("a product is added, changed by two people, and removed", async ({ page, context }) => {
  const id = unique();
  await signIn(page, "stranger", `${PRODUCTS}/new`);
  await page.getByLabel("商品 ID").fill(id);
  await page.getByLabel("标题", { exact: true }).fill("手工新增杯");
  await page.getByRole("button", { name: "添加商品" }).click();
  await expect(page.getByText("请填写此项。")).toBeVisible();
  await page.getByLabel("现金价").fill("1,000元");
  await page.getByLabel(/^分期价/).fill("1100");
  await expect(page.getByText("分期价比现金价高 ¥100.00")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "添加商品" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "手工新增杯" })).toBeVisible();
  await expectAccessible(page);

  const address = page.url();
  await page.getByRole("link", { name: "编辑商品" }).click();
  await expect(page.getByLabel("标题", { exact: true })).toHaveValue("手工新增杯");
  const other = await context.newPage();
  await other.goto(`${address}/edit`);
  await other.getByLabel("标题", { exact: true }).fill("别人改的杯");
  await other.getByRole("button", { name: "保存" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "别人改的杯" })).toBeVisible();

  await page.getByLabel("标题", { exact: true }).fill("我改的杯");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("你编辑期间，这件商品被别人改过")).toBeVisible();
  await expect(page.getByRole("cell", { name: "别人改的杯" })).toBeVisible();
  await expect(page.getByLabel("标题", { exact: true })).toHaveValue("我改的杯");
  await page.getByRole("button", { name: "用我的覆盖" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "我改的杯" })).toBeVisible();

  await page.getByRole("button", { name: "移除商品" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "移除" }).click();
  await expect(page).toHaveURL(new RegExp(`${PRODUCTS}$`));
  await expect(page.getByRole("table", { name: "商品列表" })).toBeVisible();
  await expectAccessible(page);
});

test("viewers see products without costs and nothing to change them by", async ({ page }) => {
  await signIn(page, "viewer", "/s/shanshe/products");
  await expect(page.getByRole("table", { name: "商品列表" })).toBeVisible();
  await expect(page.getByRole("link", { name: "导入商品" })).toHaveCount(0);
  await page.getByRole("table", { name: "商品列表" }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "规格与价格" })).toBeVisible();
  await expect(page.getByText("成本价")).toHaveCount(0);
  for (const path of ["/new", "/import"]) {
    await page.goto(`/s/shanshe/products${path}`);
    await expect(page.getByRole("heading", { name: "页面不存在或无权查看" })).toBeVisible();
  }
});

test("an empty shop is led to the import, and another shop's product is not there", async ({ page }) => {
  await signIn(page, "owner", "/s/xinyu/products");
  await expect(page.getByText("还没有商品")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/s/beian/products");
  await expect(page.getByRole("heading", { name: "页面不存在或无权查看" })).toBeVisible();
});
