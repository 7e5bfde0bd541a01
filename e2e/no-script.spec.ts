import { expect, test } from "@playwright/test";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const path of ["/", "/embed.html"])
    test(`${path} shows a picture, and says that it was recorded`, async ({ page }) => {
      await page.goto(path);
      await expect(page.locator("noscript p").first()).toContainText("needs JavaScript");
      const picture = page.getByRole("img", { name: /Recorded on .* not computed here/ });
      await expect(picture).toBeVisible();
      // A picture that failed to load is sixteen pixels high.
      expect((await picture.boundingBox())?.height).toBeGreaterThan(100);
      await expect(page.getByRole("figure")).toContainText("Recorded on");
    });
});

test("a page whose script does not come says so, and shows the same picture", async ({ page }) => {
  await page.route(/\/assets\/index-[^/]*\.js$/, (route) => route.abort());
  await page.goto("/embed.html?preset=paper-order");
  await expect(page.getByText("script could not be loaded here")).toBeVisible();
  const way = page.getByRole("link", { name: "Open it in a page of its own" });
  await expect(way).toHaveAttribute("href", /embed\.html\?preset=paper-order$/);
  await expect(page.getByRole("img", { name: /Recorded on/ })).toBeVisible();
});

test("a page of a preset has its title for those who follow no script, and leads to it", async ({
  page,
  request,
}) => {
  const html = await (await request.get("/preset/paper-order.html")).text();
  expect(html).toMatch(/<meta property="og:title" content="[^"]+ · Normscope" \/>/);
  await page.goto("/preset/paper-order.html");
  await page.waitForURL(/\/\?preset=paper-order$|\/$/);
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
});
