import { expect, test, trainingLosses, unsound } from "./laboratory.ts";
import { longestTask, shareOfLongTasks, watchLongTasks } from "./main-thread.ts";

const LONG_MS = 200;

test("the first click trains all lanes for two hundred steps, and the page stays quick", async ({
  lab,
  page,
}) => {
  test.setTimeout(600_000);
  await watchLongTasks(page);
  await lab.open("device=webgl");
  const start = await page.evaluate(() => performance.now());
  const longest = await longestTask(page, async () => {
    await lab.play();
    await lab.untilStep(10);
  });
  await lab.untilStep(50);
  const early = await lab.read();
  await lab.untilStep(200, 450_000);
  await lab.pause();
  const late = await lab.read();

  expect(late.device).toBe("webgl");
  expect(unsound(late.series)).toEqual([]);
  expect(late.lanes.filter(({ diverged }) => diverged)).toEqual([]);
  const lengths = trainingLosses(late.series).map(({ steps }) => steps.length);
  expect(lengths).toEqual(late.lanes.map(() => late.step));
  expect(late.tensors).toBe(early.tensors);
  expect(longest).toBeLessThan(LONG_MS);
  expect(await shareOfLongTasks(page, start, LONG_MS)).toBeLessThan(0.01);
});

for (const device of ["webgl", "wasm"])
  test(`the same link gives the same losses twice on ${device}`, async ({ lab }) => {
    test.setTimeout(240_000);
    const link = `device=${device}&seed=7`;
    const runs: Record<string, readonly number[]>[] = [];
    for (let visit = 0; visit < 2; visit++) {
      await lab.open(link);
      await lab.play();
      await lab.untilStep(20);
      runs.push(await lab.firstLosses(20));
    }
    const [first, second] = runs;
    expect(Object.values(first ?? {}).map(({ length }) => length)).not.toEqual([]);
    expect(second).toEqual(first);
  });

for (const device of ["cpu", "wasm"])
  test(`three steps on ${device}, one at a time`, async ({ lab }) => {
    await lab.open(`device=${device}`);
    for (let step = 1; step <= 3; step++) await lab.step();
    const reading = await lab.read();
    expect(reading).toMatchObject({ device, step: 3, phase: "paused" });
    expect(unsound(reading.series)).toEqual([]);
    for (const { steps } of trainingLosses(reading.series)) expect(steps).toEqual([1, 2, 3]);
  });

test("the paper's figure trains a Transformer beside a ResNet", async ({ lab }) => {
  await lab.open("preset=paper-figure-2");
  await lab.play();
  await lab.untilStep(5);
  const { lanes, series } = await lab.read();
  expect(lanes.length).toBeGreaterThanOrEqual(2);
  expect(unsound(series)).toEqual([]);
  const named = (words: string) => series.filter(({ statistic }) => statistic === words);
  expect(named("floor variance").length).toBeGreaterThan(0);
  expect(series.some(({ metric }) => metric === "gradient-size")).toBe(true);
  const boxes = lab.page.getByRole("figure", { name: "σ² of BN" });
  await boxes.press("ArrowRight");
  await expect(boxes).toContainText(/20 %: BN .*median .*; BN .*median/);
});
