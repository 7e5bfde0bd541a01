import { describe, expect, it } from "vitest";
import { evaluateStack, expectedOfStack } from "./stacked-norms.ts";

describe("Batch Normalisations on one another", () => {
  it("shrink at inference by √(63/64) a layer when they remember the unbiased variance of 64 rows", () => {
    const shares = evaluateStack({ rows: 64, layers: 20, runningVariance: "unbiased" });
    expect(shares).toHaveLength(20);
    shares.forEach((share, place) => {
      expect(share).toBeCloseTo(Math.sqrt(63 / 64) ** (place + 1), 5);
    });
    // The issue’s own numbers, pytorch#100048: 0.3407/0.3988.
    expect(shares.at(-1)).toBeCloseTo(0.3407 / 0.3988, 3);
  });

  it("stay as they were when they remember what they divided by", () => {
    const shares = evaluateStack({ rows: 64, layers: 20, runningVariance: "biased" });
    for (const share of shares) expect(share).toBeCloseTo(1, 5);
  });

  it.each([2, 8, 128])("follow the formula with %i rows", (rows) => {
    const settings = { rows, layers: 6, runningVariance: "unbiased" } as const;
    expect(evaluateStack(settings).at(-1)).toBeCloseTo(expectedOfStack(settings), 4);
  });
});
