import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";
import { DEMO_PASSWORD, PEOPLE, type PersonName } from "@/prisma/seed/cast";

/** Fails when the page wrote an error to its console or threw one. */
export const test = base.extend<{ quietConsole: void }>({
  quietConsole: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("console", (message) => {
        // A refused request is reported by the browser itself; the tests that provoke one look at the answer.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) errors.push(message.text());
      });
      page.on("pageerror", (error) => errors.push(String(error)));
      await use();
      expect(errors, "unexpected errors in the console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Signs in as one of the demo cast, through the form, and waits for the page behind it. */
export async function signIn(page: Page, person: PersonName, path = "/"): Promise<void> {
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  await page.getByLabel("邮箱", { exact: true }).fill(PEOPLE[person].email);
  await page.getByLabel("密码", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

const WCAG = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

export async function expectAccessible(page: Page): Promise<void> {
  // No page has frames, and only what fails is read: both spare half of the time.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).withTags(WCAG).setLegacyMode().analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ target, failureSummary }) => `  ${target.join(" ")} ${failureSummary ?? ""}`).join("\n")}`);
  expect(found.join("\n"), `axe on ${page.url()}`).toBe("");
}
