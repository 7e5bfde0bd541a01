import type { Locator } from "@playwright/test";
import { axeFindings } from "./axe.ts";
import { expect, test } from "./laboratory.ts";
import type { Laboratory } from "./laboratory.ts";

const SHORT =
  "device=wasm&lanes=power-norm,batch-norm&steps=12&translation-transformer.width=16&translation-transformer.encoderLayers=1&translation.tokensPerBatch=48&translation.pairs=500&translation.longest=10&translation.heldOut=64&closer=step&channel=3";

/** What the chart of the last layer shows of a step. */
async function plotted(lab: Laboratory, lane: string, statistic: string): Promise<number> {
  const { series } = await lab.read();
  const found = series.find(
    (one) =>
      one.lane === lane &&
      one.site === "encoder final" &&
      one.metric === "distance" &&
      one.statistic === statistic,
  );
  return found?.values.at(-1) ?? Number.NaN;
}

/** The numbers of one column of a table, as they are written on the page. */
async function column(table: Locator, head: string): Promise<number[]> {
  const heads = await table.getByRole("columnheader").allTextContents();
  const rows = await table.locator("tbody tr").all();
  const cells = rows.map((row) =>
    row
      .locator("td")
      .nth(heads.indexOf(head) - 1)
      .textContent(),
  );
  return (await Promise.all(cells)).map((text) => plain(text ?? ""));
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** `−1.2 × 10⁻³` as a number. */
function plain(text: string): number {
  const written = text.replaceAll("−", "-").replaceAll("\u202f", "");
  const [, mantissa = "1", power] = /^(?:(.+) × )?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/u.exec(written) ?? [];
  if (power === undefined) return Number(written);
  const digits = power
    .replaceAll("⁻", "-")
    .replaceAll(/[^-]/gu, (sign) => String(RAISED.indexOf(sign)));
  return Number(`${mantissa}e${digits}`);
}

test("a frozen step is walked through by keyboard, and its numbers are the run's", async ({
  lab,
  page,
}) => {
  await lab.open(SHORT);
  const view = page.getByRole("tabpanel", { name: "Dissect one step" });
  await expect(view.getByRole("button", { name: "Freeze a step" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await lab.play();
  await lab.untilStep(12);
  await view.getByLabel("Of", { exact: true }).selectOption("batch-norm");
  await view.getByRole("button", { name: "Freeze step 12" }).press("Enter");
  const stages = view.getByRole("tablist", { name: "Stages" });
  await stages.getByRole("tab").first().press("End");
  await expect(view).toContainText("What is taken off the gradient?");
  await stages.getByRole("tab", { selected: true }).press("Home");
  await page.keyboard.press("ArrowRight");
  await expect(view.getByRole("figure")).toContainText("this batch: µ");
  await page.keyboard.press("ArrowRight");
  await expect(view).toContainText("the very same numbers.");
  await expect(page).toHaveURL(/stage=distance/u);
  expect(await axeFindings(page)).toEqual([]);

  // By hand, from the table on the page alone: the distance over all channels is the point that is plotted.
  await view.getByRole("button", { name: /Show all \d+ channels/u }).click();
  const channels = view.getByRole("table", { name: /channel by channel/u });
  const [batch, running] = [await column(channels, "σ²B"), await column(channels, "σ²")];
  expect(batch).toHaveLength(16);
  const distance = Math.hypot(...batch.map((value, c) => value - (running[c] ?? 0))) / 16;
  const point = await plotted(lab, "batch-norm", "variance");
  expect(Math.abs(distance - point) / point).toBeLessThan(1e-4);

  // And the channel's rows have the mean that the table of channels gives.
  await view.getByRole("button", { name: /Show all \d+ rows/u }).click();
  const x = await column(view.getByRole("table", { name: /row by row/u }), "x");
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
  expect(mean).toBeCloseTo((await column(channels, "µB"))[2] ?? Number.NaN, 4);

  // Another network at the same step, and what it alone has to show.
  await view.getByLabel("Of", { exact: true }).selectOption("power-norm");
  await expect(view).toContainText("PN at encoder final, step 12");
  await stages.getByRole("tab").first().press("End");
  await expect(view).toContainText("What does the approximation leave out?");
  await lab.reset();
  await expect(stages).toHaveCount(0);
});
