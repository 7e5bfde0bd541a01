import { expect, test } from "./laboratory.ts";

/** Small enough to be quick, on a device that needs no compiling. */
const QUICK = "device=wasm";

test("a live setting takes hold without a new run, and the link follows", async ({ lab, page }) => {
  await lab.open(QUICK);
  await lab.play();
  await lab.untilStep(3);
  await lab.page.getByRole("slider", { name: "Learning rate" }).first().press("ArrowUp");
  await expect(page).toHaveURL(/learningRate=/);
  const { step } = await lab.read();
  expect(step).toBeGreaterThanOrEqual(3);
  await lab.untilStep(step + 2);
  const { series } = await lab.read();
  expect(series[0]?.steps[0]).toBe(1);
});

test("another seed begins a new run, and the link follows", async ({ lab, page }) => {
  await lab.open(QUICK);
  await lab.play();
  await lab.untilStep(3);
  await lab.pause();
  const before = await lab.firstLosses(3);
  await lab.unfold("Run");
  await lab.control("Seed").fill("2");
  await lab.control("Seed").press("Enter");
  await expect(page).toHaveURL(/seed=/);
  await page.waitForFunction(() => window.normscope?.read().step === 0);
  await lab.untilBuilt();
  await lab.play();
  await lab.untilStep(3);
  expect(await lab.firstLosses(3)).not.toEqual(before);
});

test("Back returns from a preset to the one before", async ({ lab, page }) => {
  await lab.open(QUICK);
  const preset = lab.control("Preset");
  const before = await preset.inputValue();
  await preset.selectOption({ index: 1 });
  await expect(page).toHaveURL(/preset=/);
  await lab.untilBuilt();
  await page.goBack();
  await expect(page).not.toHaveURL(/preset=/);
  await expect(preset).toHaveValue(before);
  await lab.untilBuilt();
  await lab.step();
});

test("Reset goes back to the first step and gives the same run again", async ({ lab, page }) => {
  await lab.open(QUICK);
  await lab.step();
  await lab.step();
  const before = await lab.firstLosses(2);
  await lab.reset();
  await page.waitForFunction(() => window.normscope?.read().step === 0);
  await lab.untilBuilt();
  await lab.step();
  await lab.step();
  expect(await lab.firstLosses(2)).toEqual(before);
});
