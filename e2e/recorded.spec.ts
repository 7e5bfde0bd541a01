import type { Locator } from "@playwright/test";
import { expect, test } from "./laboratory.ts";
import { withholdWorkers } from "./workers.ts";

/** Whether the word stands in the picture of the chart, and is seen. */
function word(chart: Locator): Locator {
  return chart.locator("svg").getByText("recorded", { exact: true });
}

test("the page opens on a recorded run though no worker has come, and says so to everyone", async ({
  lab,
  page,
}) => {
  await withholdWorkers(page);
  await page.goto("/");
  for (const name of ["µ, the mean", "σ², the variance", "ψ², the quadratic mean"]) {
    const chart = page.getByRole("figure", { name, exact: true });
    await expect(word(chart)).toBeVisible();
    await expect(chart).toHaveAccessibleDescription(/^Recorded on \d+ \w+ \d{4} and not computed/);
    await expect(chart).toContainText(/PN-V\d/);
    const [ground, paper] = await chart.evaluate((figure) => {
      const plot = figure.querySelector(".line-chart-plot") ?? figure;
      return [plot, document.body].map((node) => getComputedStyle(node).backgroundColor);
    });
    expect(ground).not.toBe(paper);
  }
  for (const name of ["Training loss", "Held-out loss", "Held-out token accuracy"])
    await expect(word(page.getByRole("figure", { name, exact: true }))).toBeVisible();
  const { phase, series, recorded } = await lab.read();
  expect(phase).toBe("opening");
  expect(series).toEqual([]);
  expect(recorded?.series.length).toBeGreaterThan(50);
  const chart = page.getByRole("figure", { name: "Training loss" });
  await chart.press("End");
  await expect(chart).toContainText(/recorded, step 1000: PN \d/);
});

test("the recorded lines go with the first live point, and with any change of the experiment", async ({
  lab,
  page,
}) => {
  const chart = page.getByRole("figure", { name: "µ, the mean", exact: true });
  await lab.open("device=wasm");
  await expect(word(chart)).toBeVisible();
  await lab.step();
  await expect(word(chart)).toHaveCount(0);
  await expect(chart).toHaveAccessibleDescription(/^(?!Recorded)/);
  const { recorded, series } = await lab.read();
  expect(recorded).toBeNull();
  for (const { steps } of series.filter(({ site }) => site !== null)) expect(steps).toEqual([1]);

  await lab.open("device=wasm");
  await expect(word(chart)).toBeVisible();
  await page.getByRole("slider", { name: "Learning rate" }).press("ArrowRight");
  await expect(word(chart)).toHaveCount(0);
  await expect(chart).toContainText(/Press Play|being built/);
  await lab.button("Restore preset").click();
  await expect(word(chart)).toBeVisible();
});
