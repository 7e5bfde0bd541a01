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
});
