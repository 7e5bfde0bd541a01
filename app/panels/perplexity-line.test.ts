import { expect, it } from "vitest";
import { laneStyle } from "../../components/theme/lane-styles.ts";
import { asPerplexity } from "./perplexity-line.ts";

it("is one where nothing is lost, doubles with every bit, and leaves a gap a gap", () => {
  const style = laneStyle("batch-norm", 0);
  const line = { id: "bn", label: "BN", style, weight: "thick", steps: [50, 100, 150] } as const;
  const values = Float64Array.of(0, Math.LN2, Number.NaN, 99);
  const { values: seen, steps } = asPerplexity({ ...line, values, length: 3 });
  expect(Array.from(seen, (value) => value.toFixed(12))).toEqual([
    "1.000000000000",
    "2.000000000000",
    "NaN",
  ]);
  expect(steps).toEqual([50, 100, 150]);
});
