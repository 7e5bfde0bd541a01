import { axeFindings } from "./axe.ts";
import { expect, test } from "./laboratory.ts";

const figures = ["pictures", "four"] as const;
const TITLES = {
  pictures:
    "Batch against running statistics of BN, in a ResNet on pictures and in a Transformer on text",
  four: "PN, LN, PN-V and BN on the same batches",
} as const;

test("a figure of the article begins when it is seen, and makes way for the next", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.goto("/article.html");
  for (const name of figures) {
    const frame = page.getByTitle(TITLES[name]);
    await frame.scrollIntoViewIfNeeded();
    await frame.evaluate((node) => node.scrollIntoView({ block: "center" }));
    const inside = frame.contentFrame();
    await expect(inside.getByText(/^step [1-9]/)).toBeVisible();
  }
  const first = page.getByTitle(TITLES.pictures).contentFrame();
  await expect(first.getByRole("button", { name: /Play|Resume/ })).toBeVisible();
});

for (const path of ["/article.html", "/teach.html"])
  for (const scheme of ["light", "dark"] as const)
    test(`axe finds nothing on ${path}, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await axeFindings(page)).toEqual([]);
    });
