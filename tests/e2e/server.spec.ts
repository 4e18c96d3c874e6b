import { expect, expectAccessible, test } from "./fixtures";

test("says that it is up and ready", async ({ request }) => {
  expect(await (await request.get("/healthz")).json()).toEqual({ status: "up" });
  expect(await (await request.get("/readyz")).json()).toMatchObject({ status: "ready", checks: { database: { isReady: true } } });
});

test("sends a policy with a fresh nonce on every page, and the page runs under it", async ({ page }) => {
  const nonces = [];
  for (let visit = 0; visit < 2; visit++) {
    const response = await page.goto("/sign-in");
    const headers = response!.headers();
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"]).not.toContain("unsafe-eval");
    expect(headers["x-powered-by"]).toBeUndefined();
    nonces.push(/'nonce-([^']+)'/.exec(headers["content-security-policy"]!)?.[1]);
  }
  expect(nonces[0]).toBeTruthy();
  expect(nonces[0]).not.toBe(nonces[1]);
});

test("the way in does not depend on the name under which the server is reached", async ({ request }) => {
  const answer = await request.get("/s/shanshe", { headers: { host: "console.example:8443" }, maxRedirects: 0 });
  expect(answer.status()).toBe(307);
  expect(answer.headers().location).toMatch(/^\/sign-in/);
});

test("shows the description of the API from our own files", async ({ page }) => {
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(page.url()).origin) && !request.url().startsWith("data:") && page.url() !== "about:blank") elsewhere.push(request.url());
  });
  await page.goto("/api/docs");
  await expect(page).toHaveTitle("Yuefu Workbench API");
  await expect(page.getByRole("heading", { name: /Yuefu Workbench API/ })).toBeVisible();
  await page.getByRole("button", { name: "POST /api/v1/quotes What installments really cost" }).click();
  await expect(page.getByText("cashPriceFen").first()).toBeVisible();
  await expectAccessible(page);
  expect(elsewhere).toEqual([]);
});

for (const address of ["/store/%", "/store/%ff/live", "/store/shanshe/live?after=%00", "/s/%00", "/api/v1/rate-cards/%zz"]) {
  test(`says of ${address} that it cannot be read`, async ({ request }) => {
    const answer = await request.get(address);
    expect(answer.status()).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "malformed" });
  });
}

test("lets no other site press a button of ours", async ({ request }) => {
  for (const origin of ["https://elsewhere.example", "null", ""]) {
    const answer = await request.post("/s/shanshe/settings", { data: "[]", headers: { "next-action": "00", ...(origin ? { origin } : {}) } });
    expect(answer.status()).toBe(403);
    expect(await answer.json()).toMatchObject({ code: "cross_site" });
  }
});

test("takes a body whose length nobody said", async ({ request }) => {
  const { origin } = new URL((await request.get("/healthz")).url());
  const body = new Blob(['{"cashPriceFen":100000,"term":3}']).stream();
  const answer = await fetch(`${origin}/api/v1/quotes`, { method: "POST", body, duplex: "half", headers: { "content-type": "application/json" } } as RequestInit);
  expect(answer.status).toBe(200);
});
