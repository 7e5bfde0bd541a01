import { expect, test } from "./laboratory.ts";

/** Small enough to be quick, on a device that needs no compiling. */
const QUICK =
  "device=wasm&lanes=batch-norm,layer-norm&translation-transformer.encoderLayers=1&translation-transformer.width=16&translation.tokensPerBatch=48&translation.pairs=500&translation.longest=10&translation.vocabulary=256&speed=20";

test("what is tried while it runs is marked, said, kept in the link, and the link gives the same losses", async ({
  lab,
  page,
}) => {
  await lab.open(QUICK);
  await page.getByText("Try while it runs").click();
  await page.getByLabel("For Steps").fill("400");
  await lab.play();
  await lab.untilStep(5);
  await lab.button("Multiply a batch").click();
  await lab.button("Freeze statistics").click();
  const now = page.getByRole("status").filter({ hasText: /Statistics frozen until step \d+/ });
  await expect(now).toBeVisible();
  await lab.untilStep((await lab.read()).step + 5);
  await now.getByRole("button").click();
  await expect(now).toHaveCount(0);
  await expect(page).toHaveURL(/do=outlier@\d+x10,freeze@\d+-\d+/);
  const { step } = await lab.read();
  await lab.untilStep(step + 5);
  await lab.pause();
  const marks = page.locator("figure.line-chart").first().locator(".line-chart-events path");
  await expect(marks).toHaveCount(2);
  await expect(
    page.getByRole("list", { name: "Done in this run" }).getByRole("listitem"),
  ).toHaveText([/Input × 10, step \d+/, /Statistics frozen, steps \d+ to \d+/]);
  const before = await lab.firstLosses(step);

  await page.goto(page.url().replace("speed=20", "speed=50"));
  await lab.untilBuilt();
  await lab.play();
  await lab.untilStep(step);
  await lab.pause();
  expect(await lab.firstLosses(step)).toEqual(before);

  await page.getByRole("button", { name: /^Remove input × 10.* and restart$/ }).click();
  await page.waitForFunction(() => window.normscope?.read().step === 0);
  await expect(page).toHaveURL(/do=freeze@\d+-\d+/);
  await expect(page).not.toHaveURL(/outlier/);
  await lab.untilBuilt();
});

test("α, too, is marked where it was turned, and is in the link", async ({ lab, page }) => {
  await lab.open(`${QUICK}&do=evaluate@900-950`);
  await page.getByText("Training", { exact: true }).click();
  await lab.play();
  await lab.untilStep(3);
  await page.getByRole("slider", { name: "Running-average momentum α" }).press("ArrowDown");
  await expect(page).toHaveURL(/alpha=0\.\d+/);
  await lab.pause();
  const marks = page.locator("figure.line-chart").first().locator(".line-chart-events path");
  // What is still to come is no mark yet.
  await expect(marks).toHaveCount(1);
  const made = page.getByRole("list", { name: "Done in this run" });
  await made.getByRole("button", { name: /^Remove evaluation mode/ }).click();
  await expect(made).toHaveCount(0);
  expect((await lab.read()).step).toBeGreaterThan(2);
});
