import { expect, it } from "vitest";
import { pairedDifference } from "./paired-difference.ts";

it("finds the interval of a textbook's paired t-test", () => {
  // Student's own sleep data (1908, Biometrika 6): extra hours under two drugs, ten patients; R's t.test prints
  // −2.4598858 to −0.7001142 about a mean of −1.58.
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
  const found = pairedDifference(first, second);
  expect(found?.mean).toBeCloseTo(-1.58, 10);
  expect(found?.low).toBeCloseTo(-2.4598858, 6);
  expect(found?.high).toBeCloseTo(-0.7001142, 6);
  expect(found).toMatchObject({ count: 10, verdict: "lower" });
});

it("says there is none where the interval holds zero, and the other way round higher", () => {
  expect(pairedDifference([1, 2, 3], [2, 1, 3.5])?.verdict).toBe("none");
  expect(pairedDifference([1.1, 2.1, 3.2], [0, 1, 2])?.verdict).toBe("higher");
});

it("finds no difference between a lane and itself", () => {
  expect(pairedDifference([1, 2, 3], [1, 2, 3])).toMatchObject({
    low: 0,
    high: 0,
    verdict: "none",
  });
});

it("leaves out a seed in which one of the two diverged", () => {
  expect(pairedDifference([1, null, 3, 4], [0, 1, 2.5, 3])?.count).toBe(3);
});

it("says nothing of fewer than two pairs", () => {
  expect(pairedDifference([1], [2])).toBeNull();
  expect(pairedDifference([1, null], [2, 3])).toBeNull();
});
