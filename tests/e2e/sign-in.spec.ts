import { PEOPLE } from "@/prisma/seed/cast";
import { expect, expectAccessible, signIn, test } from "./fixtures";

test("a console page asks for the sign-in first and leads back", async ({ page }) => {
  await page.goto("/s/shanshe");
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Fs%2Fshanshe/);
  await expect(page.getByRole("heading", { level: 1, name: "登录" })).toBeVisible();
  await expectAccessible(page);
  await signIn(page, "owner", "/s/shanshe");
  await expect(page).toHaveURL(/\/s\/shanshe$/);
  await expectAccessible(page);
});

test("a wrong password is refused in words, and the page stays", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("邮箱", { exact: true }).fill(PEOPLE.viewer.email);
  await page.getByLabel("密码", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByText("邮箱或密码")).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in/);
});

test("another person's shop is not found", async ({ page }) => {
  await signIn(page, "stranger", "/s/beian");
  const response = await page.goto("/s/shanshe");
  expect(response?.status()).toBe(404);
});

test("the session that the form made is the one the API knows", async ({ page }) => {
  await signIn(page, "owner");
  const answer = await page.request.get("/api/v1/session");
  expect(await answer.json()).toMatchObject({ user: { id: PEOPLE.owner.id, name: PEOPLE.owner.name } });
});
