import { axeFindings } from "./axe.ts";
import { expect, test } from "./laboratory.ts";

test.use({ viewport: { width: 1024, height: 768 } });

test("a presenter goes by keys: a scene, the dark, and back to the laboratory", async ({
  lab,
  page,
}) => {
  await lab.open("device=wasm&present=true");
  const question = page.getByRole("heading", { level: 1 });
  await expect(question).toHaveText("How far is this batch from what the layer remembers?");
  expect(await axeFindings(page)).toEqual([]);
  const overflow = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  expect(await overflow()).toBe(0);

  await page.keyboard.press("5");
  await expect(question).toHaveText("What does it cost to use running statistics at inference?");
  await expect(page).toHaveURL(/preset=post-norm-gap.*present=true/);
  await page.keyboard.press("b");
  await expect(page.getByRole("dialog", { name: "Dark screen" })).toBeVisible();
  await page.keyboard.press("1");
  await expect(page.getByRole("dialog", { name: "Dark screen" })).toBeHidden();
  await expect(question).toHaveText("What does it cost to use running statistics at inference?");

  await page.getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("region", { name: "Settings" })).toBeVisible();
  await expect(page).not.toHaveURL(/present=/);
});

test("the crosshair follows the pointer on the enlarged page", async ({ lab, page }) => {
  await lab.open("device=wasm&present=true");
  for (let step = 0; step < 3; step++) await lab.step();
  const plot = page.locator(".line-chart-plot").first();
  const box = await plot.boundingBox();
  if (!box) throw new Error("the first chart has no place");
  // The axis goes to 50 at first: its labels begin at about two thirds of the width.
  await page.mouse.move(box.x + box.width * 0.13, box.y + box.height / 2);
  await expect(page.locator(".line-chart-crosshair").first()).toBeVisible();
  const crosshair = await page.locator(".line-chart-crosshair path").first().boundingBox();
  expect(Math.abs((crosshair?.x ?? 0) - (box.x + box.width * 0.13))).toBeLessThan(12);
});
