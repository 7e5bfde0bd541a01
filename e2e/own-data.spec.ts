import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { randomFillSync } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { table } from "../sim/data/own/made-files.fixture.ts";
import { expect, test } from "./laboratory.ts";
import { longestTask } from "./main-thread.ts";
import { hostileSets } from "./hostile-files.ts";

const LONG_MS = 200;
const RECORD = 3073;
const RECORDS = 10_000;

/** Small, so that steps are quick and reading is what takes the time. */
const QUICK =
  "device=wasm&lanes=batch-norm&steps=20000&translation.tokensPerBatch=16&translation-transformer.encoderLayers=1&translation-transformer.width=16";

let folder = "";
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "normscope-own-data-"));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Writes files to disk, as a learner's are, and chooses them. */
async function choose(page: Page, files: Readonly<Record<string, Uint8Array | string>>) {
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  await page.getByLabel("Choose files", { exact: true }).setInputFiles(paths);
}

/** Noise, with labels that there are. */
function cifar(records: number): Uint8Array {
  const bytes = randomFillSync(new Uint8Array(records * RECORD));
  for (let at = 0; at < bytes.length; at += RECORD) bytes[at] = (bytes[at] ?? 0) % 10;
  return bytes;
}

const found = (page: Page) => page.getByRole("region", { name: "What was found in your files" });

test("a CIFAR-10 set of 184 MB loads without freezing the page, and is learnt from", async ({
  lab,
  page,
}) => {
  test.setTimeout(300_000);
  await lab.open(QUICK);
  const names = ["data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5"];
  const files = Object.fromEntries(
    [...names, "test_batch"].map((name) => [`${name}.bin`, cifar(RECORDS)]),
  );
  const start = Date.now();
  const longest = await longestTask(page, async () => {
    await choose(page, files);
    await expect(found(page)).toContainText("60 000 pictures of 32 × 32, in 10 classes");
  });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  test.info().annotations.push({
    type: "load",
    description: `${seconds} s, longest task ${longest.toFixed(0)} ms`,
  });
  process.stdout.write(
    `184 MB in ${seconds} s; longest main-thread task ${longest.toFixed(0)} ms\n`,
  );
  expect(longest).toBeLessThan(LONG_MS);
  await expect(found(page)).toContainText("10 000 of them came as a test set");

  await lab.button("Start with this data").click();
  await expect(page).toHaveURL(/workload=own-pictures/);
  await page.waitForFunction(() => window.normscope?.read().step === 0);
  await lab.untilStep(3);
  const { series } = await lab.read();
  expect(series[0]?.values.every(Number.isFinite)).toBe(true);
});

test("a CIFAR-10 batch that is cut short is refused with the byte, and the run goes on", async ({
  lab,
  page,
}) => {
  await lab.open(QUICK);
  await lab.play();
  await choose(page, { "data_batch_1.bin": cifar(100).subarray(0, 99 * RECORD + 1000) });
  await expect(page.getByRole("alert")).toHaveText(
    `data_batch_1.bin, byte ${99 * RECORD}: expected records of 3 073 bytes, a label and 3 × 32 × 32 colours; found a last record of only 1 000 bytes.`,
  );
  const { step } = await lab.read();
  await lab.untilStep(step + 3);
});

test("a table of sentences becomes a run when it is started, and not before", async ({
  lab,
  page,
}) => {
  await lab.open(QUICK);
  await lab.step();
  await choose(page, { "pairs.tsv": table(300) });
  await expect(found(page)).toContainText("300 pairs of up to 3 tokens");
  await expect(found(page)).toContainText("satz 0 hier → sentence 0 here");
  expect((await lab.read()).step).toBe(1);
  await lab.button("Start with this data").click();
  await expect(page).toHaveURL(/workload=own-translation/);
  await page.waitForFunction(() => window.normscope?.read().phase === "running");
  await lab.untilStep(3);
  await lab.pause();
  // Another seed is another run of the same data: nothing is chosen again.
  await lab.unfold("Run");
  await lab.control("Seed").fill("2");
  await lab.control("Seed").press("Enter");
  await page.waitForFunction(() => window.normscope?.read().step === 0);
  await lab.untilBuilt();
  await lab.step();
});

test("one text is learnt as a language, and pictures are decoded from class folders", async ({
  lab,
  page,
}) => {
  await lab.open(QUICK);
  await choose(page, { "text.txt": "The cat sat on the mat, and so did the dog.\n".repeat(300) });
  await expect(found(page)).toContainText("300 lines, 3 900 tokens");
  await lab.button("Start with this data").click();
  await expect(page).toHaveURL(/workload=own-language/);
  await page.waitForFunction(() => window.normscope?.read().phase === "running");
  await lab.untilStep(2);
  await drawClasses(page);
  await page.getByLabel("Choose a folder", { exact: true }).setInputFiles(join(folder, "set"));
  await expect(found(page)).toContainText(
    "40 pictures of 32 × 32, in 2 classes: dark 20, light 20",
  );
  await expect(found(page).getByRole("img", { name: "dark" }).first()).toBeVisible();
});

test("a file that is dropped anywhere on the page is read", async ({ lab, page }) => {
  await lab.open(QUICK);
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "dropped.tsv"));
    const drop = { dataTransfer, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent("dragover", drop));
    document.body.dispatchEvent(new DragEvent("drop", drop));
  }, table(30));
  await expect(found(page)).toContainText("30 pairs");
});

/** Forty PNGs and JPEGs in two folders, drawn by the browser. */
async function drawClasses(page: Page): Promise<void> {
  for (const [name, type] of [
    ["dark", "image/png"],
    ["light", "image/jpeg"],
  ] as const) {
    const bytes = await page.evaluate(
      async ([colour, format]) => {
        const canvas = new OffscreenCanvas(50, 30);
        const context = canvas.getContext("2d");
        if (!context) throw new Error("this browser has no canvas");
        context.fillStyle = colour === "dark" ? "black" : "white";
        context.fillRect(0, 0, 50, 30);
        const blob = await canvas.convertToBlob({ type: format });
        return [...new Uint8Array(await blob.arrayBuffer())];
      },
      [name, type] as const,
    );
    mkdirSync(join(folder, "set", name), { recursive: true });
    for (let i = 0; i < 20; i++)
      writeFileSync(join(folder, "set", name, `${i}.${type.slice(6)}`), Uint8Array.from(bytes));
  }
}

test("a link to own data opens with a sentence that says which files to choose", async ({
  lab,
  page,
}) => {
  await page.goto("/?workload=own-pictures&device=wasm&lanes=batch-norm");
  await expect(page.getByRole("alert")).toContainText("choose CIFAR-10 binary batches");
  await choose(page, { "data_batch_1.bin": cifar(300) });
  await lab.button("Start with this data").click();
  await page.waitForFunction(() => window.normscope?.read().phase === "running");
  await lab.untilStep(2);
});

test("fifty hostile files leave the page alive and the experiment running", async ({
  lab,
  page,
}) => {
  test.setTimeout(400_000);
  const sets = hostileSets();
  expect(sets.length).toBeGreaterThanOrEqual(50);
  await lab.open(QUICK);
  await lab.play();
  for (const { name, files, answer } of sets)
    await test.step(name, async () => {
      await choose(page, files);
      await expect(lab.button("Stop reading")).toHaveCount(0);
      const refusals = page.getByRole("alert").filter({ hasText: answer });
      await expect(answer === "found" ? page.getByRole("alert") : refusals).toHaveCount(
        answer === "found" ? 0 : 1,
      );
      expect(lab.problems).toEqual([]);
    });
  const { step, phase } = await lab.read();
  expect(phase).toBe("running");
  await lab.untilStep(step + 5);
});
