import { expect, test } from "@playwright/test";
import type { TestInfo } from "@playwright/test";
import { goldenVectors, openOnBlankPage } from "./blank-page.ts";
import type { GoldenFile } from "./blank-page.ts";

interface Compared {
  readonly id: string;
  readonly quantity: string;
  readonly error: number;
  readonly tolerance: number;
  readonly passed: boolean;
}

interface Answer {
  readonly results: readonly Compared[];
  /** Names of what the vectors hold and this project has no counterpart for. */
  readonly skipped: readonly string[];
}

declare global {
  interface Window {
    normscopeGolden: {
      run(files: readonly GoldenFile[], device: "webgl"): Promise<Answer>;
      openHalfFloat(): Promise<string | null>;
      reopen(): Promise<{ names: string[]; heard: boolean }>;
    };
    normscopeFused: { golden(files: readonly GoldenFile[]): Promise<Answer> };
  }
}

test("every golden vector is met on webgl", async ({ page }, info) => {
  test.setTimeout(300_000);
  await openOnBlankPage(page, "golden");
  const { results, skipped } = await page.evaluate(
    (files) => window.normscopeGolden.run(files, "webgl"),
    goldenVectors(),
  );
  expectPassed({ results, skipped }, "webgl, composed", info);
});

test("every golden vector of a single place is met by our own programs on webgl", async ({
  page,
}, info) => {
  // Some thousand programs are compiled.
  test.setTimeout(600_000);
  await openOnBlankPage(page, "twins");
  const answer = await page.evaluate(
    (files) => window.normscopeFused.golden(files),
    goldenVectors(),
  );
  expectPassed(answer, "webgl, fused", info);
});

test("a device that counts in half floats is refused with a sentence", async ({ page }) => {
  await openOnBlankPage(page, "golden");
  const sentence = await page.evaluate(() => window.normscopeGolden.openHalfFloat());
  expect(sentence).toMatch(/WebGL counts with \d+ bits after the point here, where float32 has 23/);
});

test("a device that was let go opens again, and its loss is heard of", async ({ page }) => {
  await openOnBlankPage(page, "golden");
  const { names, heard } = await page.evaluate(() => window.normscopeGolden.reopen());
  expect(names).toEqual(["webgl", "webgl"]);
  expect(heard).toBe(true);
});

function expectPassed({ results, skipped }: Answer, where: string, info: TestInfo): void {
  const worst = Math.max(...results.map(({ error, tolerance }) => error / tolerance));
  const summary = `${results.length} quantities on ${where}, the worst at ${worst.toFixed(2)} of its tolerance; skipped: ${skipped.join(", ") || "none"}`;
  info.annotations.push({ type: "golden", description: summary });
  process.stdout.write(`${summary}\n`);
  expect(results.length).toBeGreaterThan(0);
  expect(results.filter(({ passed }) => !passed)).toEqual([]);
}
