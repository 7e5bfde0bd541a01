import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { paperBoxes } from "./paper-boxes.ts";

interface Vector {
  readonly method: string;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly whisker: readonly [number, number];
  readonly n_outliers: number;
  readonly max_outlier: number;
}

it("has the very numbers that were read off the paper’s figures", () => {
  const text = readFileSync("sim/golden/vectors/paper-figure-boxes.json", "utf8");
  const golden = JSON.parse(text) as Record<string, readonly Vector[]>;
  const boxesOf = (figure: string, method: string) =>
    golden[figure]
      ?.filter((vector) => vector.method === method)
      .map(({ q1, median, q3, whisker: [low, high], n_outliers, max_outlier }) => {
        return { q1, median, q3, low, high, outliers: [max_outlier], beyond: n_outliers };
      });
  for (const [metric, figure] of [
    ["distance", "bn_pn_fwd_var"],
    ["gradient-size", "bn_pn_bwd_var"],
  ] as const) {
    expect(paperBoxes(metric)?.bn).toEqual(boxesOf(figure, "BN"));
    expect(paperBoxes(metric)?.pnV).toEqual(boxesOf(figure, "PN-V"));
    expect(paperBoxes(metric)?.bn).toHaveLength(5);
  }
});

it("has nothing for a metric that the paper does not draw", () => {
  expect(paperBoxes("discrepancy")).toBeNull();
});
