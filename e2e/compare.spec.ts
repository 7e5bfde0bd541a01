import { expect, test } from "./laboratory.ts";

const QUICK =
  "device=wasm&lanes=power-norm,batch-norm&translation.longest=10&translation.heldOut=64&evaluateEvery=1000";

test("steps are chosen on one time axis by keys or a drag, for all charts, and kept in the link", async ({
  lab,
  page,
}) => {
  await lab.open(QUICK);
  await lab.play();
  await lab.untilStep(14);
  await lab.pause();
  const [chart, other] = ["Training loss", "µ, the mean"].map((name) =>
    page.getByRole("figure", { name, exact: true }),
  );
  if (!chart || !other) throw new Error("a chart is missing");
  await chart.press("Home");
  for (let times = 0; times < 4; times++) await chart.press("Shift+ArrowRight");
  await expect(chart).toContainText("Steps 1 to 5 are chosen: Enter shows only them.");
  await chart.press("Enter");
  await expect(page).toHaveURL(/from=1&to=5/);
  await expect(other).toHaveAccessibleDescription(/Only steps 1 to 5 are shown\./);
  await lab.button("Show all").click();
  await expect(page).not.toHaveURL(/from=/);

  const plot = await chart.locator(".line-chart-plot").boundingBox();
  if (!plot) throw new Error("the chart is not drawn");
  const y = plot.y + plot.height / 2;
  await page.mouse.move(plot.x + plot.width * 0.2, y);
  await page.mouse.down();
  await page.mouse.move(plot.x + plot.width * 0.4, y, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=\d+&to=\d+/);
  await page.reload();
  await lab.untilBuilt();
  await expect(lab.button("Show all")).toBeVisible();
  await other.focus();
  await other.press("Escape");
  await expect(lab.button("Show all")).toHaveCount(0);
  await expect(page).not.toHaveURL(/from=/);
});

test("a pinned run stays behind the next, faint, and says what it had", async ({ lab, page }) => {
  await lab.open(QUICK);
  await lab.play();
  await lab.untilStep(5);
  await lab.pause();
  await lab.button("Pin this run").click();
  await lab.unfold("Run");
  await lab.control("Seed").fill("2");
  await lab.control("Seed").press("Enter");
  await page.waitForFunction(() => window.normscope?.read().step === 0);
  await lab.untilBuilt();
  const chart = page.getByRole("figure", { name: "Training loss", exact: true });
  await expect(chart).toHaveAccessibleDescription(/Faint lines are another run, pinned: seed 1\./);
  await expect(chart.locator("svg").getByText("pinned: seed 1")).toBeVisible();
  await lab.step();
  await expect(chart).toHaveAccessibleDescription(/pinned: seed 1/);
  // It is drawn, and is not among the numbers of this run.
  const { series } = await lab.read();
  for (const { steps, site } of series) if (site !== null) expect(steps).toEqual([1]);
  await lab.button("Unpin").click();
  await expect(chart).toHaveAccessibleDescription(/^(?!.*pinned)/);
});

test("a run that was tried is listed, named, outlasts a visit, and is opened again", async ({
  lab,
  page,
}) => {
  await lab.open(`${QUICK}&seed=3`);
  await lab.step();
  const tried = page.getByRole("region", { name: "What have you tried?" });
  await expect(tried.getByRole("row")).toHaveCount(2);
  await expect(tried).toContainText("seed 3");
  await tried.getByLabel("Name of Run 1").fill("third seed");
  await lab.open(`${QUICK}&seed=4`);
  await lab.step();
  await expect(tried.getByRole("row")).toHaveCount(3);
  await tried.getByRole("link", { name: "Open third seed" }).click();
  await expect(page).toHaveURL(/seed=3/);
  await page.waitForFunction(() => window.normscope?.read().step === 0);
  await lab.untilBuilt();
  await tried.getByRole("button", { name: "Delete third seed" }).click();
  await expect(tried).not.toContainText("seed 3");
  await tried.getByRole("button", { name: "Forget all" }).click();
  await expect(tried).toHaveCount(0);
});
