import { expect, expectAccessible, signIn, test } from "./fixtures";

test("a shop uploads a poster: its text is read and checked line by line; the reviewer sees the same", async ({ page, browser }) => {
  test.slow();
  await signIn(page, "owner", "/s/shanshe/copy/new");
  await page.getByLabel("文案类型").click();
  await page.getByRole("option", { name: "海报文字" }).click();

  await page.getByLabel("上传海报").setInputFiles({ name: "海报.png", mimeType: "image/png", buffer: Buffer.from("%PDF-1.7") });
  await expect(page.getByText("这是 PDF 文件，请导出为 PNG 或 JPEG 图片再上传。")).toBeVisible();

  await page.getByLabel("上传海报").setInputFiles("tests/fixtures/poster-zh.png");
  await expect(page.getByLabel("文案", { exact: true })).toHaveValue(/全网第一的好茶具\n3期免息，每期333元/, { timeout: 90_000 });
  await expect(page.getByRole("img", { name: "上传的海报" })).toBeVisible();
  await expect(page.getByText("海报第 3 行：全网第一的好茶具")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "提交审核" }).click();
  await expect(page.getByText("已提交，等待审核")).toBeVisible();
  await expect(page.getByRole("img", { name: "上传的海报" })).toBeVisible();
  await expectAccessible(page);

  const reviewing = await (await browser.newContext()).newPage();
  await signIn(reviewing, "reviewer", "/platform/reviews");
  await reviewing.getByRole("link", { name: /口沿薄，端着不烫手 全网第一/ }).first().click();
  await expect(reviewing.getByRole("img", { name: "上传的海报" })).toBeVisible();
  await expect(reviewing.getByText("海报第 3 行：全网第一的好茶具")).toBeVisible();
  await expectAccessible(reviewing);
});
