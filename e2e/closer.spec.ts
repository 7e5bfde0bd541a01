import { axeFindings } from "./axe.ts";
import { expect, test } from "./laboratory.ts";

test("all layers stand on one axis, and choosing one brings it into the large charts", async ({
  lab,
  page,
}) => {
  await lab.open("device=wasm");
  const tab = page.getByRole("tab", { name: "All layers" });
  await expect(tab).toHaveAttribute("aria-selected", "true");
  const layers = page.getByRole("tabpanel", { name: "All layers" });
  await expect(layers).toContainText("Press Play to train.");
  await lab.step();
  await lab.step();
  const { lanes, series } = await lab.read();
  const sites = new Set(series.flatMap(({ site }) => site ?? []));
  const cells = layers.getByRole("listitem").getByRole("button");
  await expect(cells).toHaveCount(sites.size);
  const first = cells.first();
  await first.press("End");
  for (const value of [/at step 2/, ...lanes.map(() => /\d/)])
    await expect(layers.locator("[aria-live]")).toContainText(value);
  await first.press("Enter");
  await expect(first).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(/site=encoder/);
  expect(await axeFindings(page)).toEqual([]);
});

test("the channels of a layer come only while they are looked at, are read out, and give what is plotted", async ({
  lab,
  page,
}) => {
  await lab.open("device=wasm&closerStatistic=mean");
  await lab.step();
  expect((await lab.read()).channels).toEqual([]);
  await page.getByRole("tab", { name: "All layers" }).press("ArrowRight");
  await expect(page).toHaveURL(/closer=waterfall/);
  const figure = page.getByRole("figure", { name: "Which channels stray in µ?" });
  // The newest step comes at once.
  await expect.poll(async () => (await lab.read()).channels[0]?.steps).toEqual([1]);
  await figure.press("End");
  await expect(figure.locator("[aria-live]")).toContainText("channel 1 of");
  await lab.step();
  await lab.step();
  const { channels, series } = await lab.read();
  expect(channels.map(({ steps }) => steps)).toEqual(channels.map(() => [1, 2, 3]));
  for (const { lane, site, batch, running } of channels) {
    const plotted = series.find(
      (each) =>
        each.lane === lane &&
        each.site === site &&
        each.metric === "distance" &&
        each.statistic === "mean",
    );
    const off = batch.mean[2]?.map((value, c) => value - (running.mean[2]?.[c] ?? 0)) ?? [];
    expect(Math.hypot(...off) / off.length).toBeCloseTo(plotted?.values[2] ?? Number.NaN, 6);
  }
  await figure.press("End");
  await figure.press("ArrowDown");
  await expect(figure.locator("[aria-live]")).toContainText(
    /channel 2 of \d+, step 3: this batch’s µ .*, running .*σ\./,
  );
  expect(await axeFindings(page)).toEqual([]);
});

test("each channel stands over what is remembered of it, for all lanes or one, at the newest step or the crosshair's", async ({
  lab,
  page,
}) => {
  await lab.open("device=wasm&closer=scatter");
  await lab.step();
  await lab.step();
  const newest = page.getByRole("figure", { name: "what the layer remembers at step 2?" });
  await newest.press("ArrowRight");
  await newest.press("ArrowRight");
  const { channels } = await lab.read();
  await expect(newest.locator("[aria-live]")).toContainText(
    `channel 2 of ${channels[0]?.batch.mean[0]?.length}: this batch’s σ²`,
  );
  const above = page.getByRole("figure", { name: "σ², the variance", exact: true });
  await above.press("Home");
  const earlier = page.getByRole("figure", { name: "what the layer remembers at step 1?" });
  await expect(earlier.locator("[aria-live]")).toContainText("running 1,");
  await lab.control("Lane").selectOption({ index: 1 });
  await expect(page).toHaveURL(/closerLane=/);
  await expect(earlier).toHaveAccessibleDescription(/1 square, one a lane/);
  expect(await axeFindings(page)).toEqual([]);
});
