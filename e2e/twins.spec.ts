import { expect, test } from "@playwright/test";
import { openOnBlankPage } from "./blank-page.ts";

const TOLERANCE = 1e-5;
/** Of two steps of a whole network, forward, backward and the optimiser. */
const NETWORK_TOLERANCE = 1e-4;

const groups = [
  "element-wise operations",
  "what networks are made of",
  "optimisers and PowerNorm",
] as const;

interface Compared {
  readonly name: string;
  readonly error: number;
}

interface Trained {
  readonly lanes: number;
  readonly drawsPerStep: number;
}

declare global {
  interface Window {
    normscopeTwins: {
      operations(group: (typeof groups)[number]): Promise<readonly Compared[]>;
      methods(): Promise<readonly (Compared & { readonly numbers: number })[]>;
      stopped(): Promise<readonly (number | null)[]>;
      draws(query: string): Promise<Trained>;
    };
  }
}

for (const group of groups)
  test(`${group} give on WebGL, fused, what they give composed, forward and backward`, async ({
    page,
  }) => {
    await openOnBlankPage(page, "twins");
    const answers = await page.evaluate((name) => window.normscopeTwins.operations(name), group);
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.filter(({ error }) => !(error <= TOLERANCE))).toEqual([]);
  });

test("four lanes of any methods train on WebGL, fused, as they do composed", async ({ page }) => {
  // Some thousand programs are compiled.
  test.setTimeout(300_000);
  await openOnBlankPage(page, "twins");
  const answers = await page.evaluate(() => window.normscopeTwins.methods());
  expect(answers.length).toBeGreaterThan(0);
  expect(answers.filter(({ numbers }) => numbers === 0)).toEqual([]);
  expect(answers.filter(({ error }) => !(error <= NETWORK_TOLERANCE))).toEqual([]);
});

test("a lane that stops stays as it was, and the lanes beside it go on", async ({ page }) => {
  await openOnBlankPage(page, "twins");
  expect(await page.evaluate(() => window.normscopeTwins.stopped())).toEqual([4, 2, 4, 4]);
});

test("the default four lanes take at most 800 draws a step, 300 a lane", async ({ page }) => {
  await openOnBlankPage(page, "twins");
  const { lanes, drawsPerStep } = await page.evaluate(() =>
    window.normscopeTwins.draws("preset=paper-order"),
  );
  expect(lanes).toBe(4);
  expect(drawsPerStep).toBeGreaterThan(0);
  expect(drawsPerStep).toBeLessThanOrEqual(800);
  expect(drawsPerStep / lanes).toBeLessThanOrEqual(300);
});
