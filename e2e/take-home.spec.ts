import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Download, Page } from "@playwright/test";
import { alike } from "./alike-pictures.ts";
import { expect, test, trainingLosses } from "./laboratory.ts";

/** Small, so that steps are quick. */
const QUICK =
  "device=wasm&lanes=batch-norm,layer-norm&steps=2000&translation.tokensPerBatch=16&translation-transformer.encoderLayers=1&translation-transformer.width=16";

let folder = "";
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "normscope-take-home-"));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function saved(page: Page, press: () => Promise<void>): Promise<string> {
  const [download]: [Download, void] = await Promise.all([page.waitForEvent("download"), press()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

async function openFile(page: Page, path: string): Promise<void> {
  await page.getByRole("button", { name: "Take home", exact: true }).click();
  await page.getByLabel("Open a file", { exact: true }).setInputFiles(path);
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

const region = (page: Page, path: string) =>
  page.getByRole("region", { name: `From a file: ${path.slice(folder.length + 1)}` });

test("a run, its experiment and its series are saved, and open again beside the run that goes on", async ({
  lab,
  page,
}) => {
  await lab.open(`${QUICK}&seed=7`);
  for (let step = 0; step < 3; step++) await lab.step();
  const before = await lab.read();
  await lab.button("Take home").click();
  const run = await saved(page, () => lab.button("Save the run").click());
  const experiment = await saved(page, () => lab.button("Save as JSON").click());
  await lab.control("Series").selectOption({ label: "Loss in training" });
  const csv = await saved(page, () => lab.button("Save as CSV").click());
  await lab.button("Close").click();
  expect(readFileSync(csv, "utf8")).toMatch(/^# Normscope series, version 1\n[^]*\nstep,BN,LN\n1,/);

  await openFile(page, run);
  await expect(region(page, run)).toContainText("Recorded, not computed now: 3 steps");
  await expect(region(page, run).getByRole("figure").first()).toBeVisible();
  await openFile(page, csv);
  await expect(region(page, csv).getByRole("figure", { name: "Loss in training" })).toBeVisible();
  await openFile(page, experiment);
  await expect(region(page, experiment)).toContainText("seed 7");
  const recording = join(folder, "recorded-by-pytorch.jsonl");
  copyFileSync("e2e/recorded-by-pytorch.jsonl", recording);
  await openFile(page, recording);
  await expect(region(page, recording)).toContainText("“The golden batches”, recorded");
  await expect(region(page, recording).getByRole("figure", { name: "ψ²" })).toBeVisible();
  await region(page, recording).getByLabel("Place").selectOption("the whole model");
  await expect(
    region(page, recording).getByRole("figure", { name: "Training loss" }),
  ).toBeVisible();
  expect((await lab.read()).series).toEqual(before.series);

  // What came back computes the same numbers once more.
  await lab.unfold("Run");
  await lab.control("Seed").fill("2");
  await lab.control("Seed").press("Enter");
  await page.waitForFunction(() => window.normscope?.read().step === 0);
  await region(page, run).getByRole("button", { name: "Play it anew" }).click();
  await expect(page).toHaveURL(/seed=7/);
  await lab.untilStep(3);
  await lab.pause();
  const losses = (all: typeof before) =>
    trainingLosses(all.series).map(({ values }) => values.slice(0, 3));
  expect(losses(await lab.read())).toEqual(losses(before));
});

test("a file that is cut short or of another version is refused in a sentence, and the run goes on", async ({
  lab,
  page,
}) => {
  await lab.open(QUICK);
  await lab.play();
  const broken = {
    "cut.json": '{ "format": "normscope run", "version": 1',
    "new.json": '{ "format": "normscope run", "version": 99 }',
    "new.csv": "# Normscope series, version 99\n",
  };
  for (const [name, text] of Object.entries(broken)) {
    await page.evaluate(
      ([file, content]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], file));
        const drop = { dataTransfer, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new DragEvent("drop", drop));
      },
      [name, text] as const,
    );
    await expect(page.getByRole("alert").filter({ hasText: name })).toContainText("expected");
  }
  const { step } = await lab.read();
  await lab.untilStep(step + 3);
  await page.getByRole("button", { name: "Close the file" }).first().click();
  await expect(page.getByRole("alert")).toHaveCount(2);
});

test("a chart is saved by keyboard as SVG, which another program draws alike, as PNG and as CSV", async ({
  lab,
  page,
}) => {
  await lab.open(QUICK);
  for (let step = 0; step < 8; step++) await lab.step();
  const figure = page.getByRole("figure", { name: "Training loss" });
  const opener = figure.getByRole("button", { name: "Save the chart “Training loss”" });
  const choose = async (name: string) => {
    await opener.focus();
    await page.keyboard.press("Enter");
    await figure.getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
  };
  const svg = await saved(page, () => choose("SVG"));
  await expect(opener).toBeFocused();
  const png = await saved(page, () => choose("PNG, at 2×"));
  const csv = await saved(page, () => choose("CSV"));
  const markup = readFileSync(svg, "utf8");
  expect(markup).toContain("Computed live: preset");
  expect(markup).toContain("seed 1");
  expect(markup).not.toMatch(/(href|src)=|url\((?!#)/);
  expect(readFileSync(csv, "utf8")).toContain("# source: computed live");
  expect(readFileSync(png).readUInt32BE(16)).toBe(2 * 680);

  const pictures = [readFileSync(png)];
  const other = join(folder, "other.png");
  if (spawnSync("rsvg-convert", ["--version"]).status === 0) {
    execFileSync("rsvg-convert", ["--width", "1360", "--output", other, svg]);
    pictures.push(readFileSync(other));
  } else process.stdout.write("skipped: no rsvg-convert here to draw the SVG a second time\n");
  for (const picture of pictures)
    expect(await alike(page, markup, picture), "of cells with like ink").toBeGreaterThan(0.93);
});
