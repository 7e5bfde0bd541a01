import { expect, it } from "vitest";
import { between } from "./use-eased-domain.ts";

it("goes from one domain to the other and arrives exactly", () => {
  expect(between([0, 1], [0, 10], 0, "linear")).toEqual([0, 1]);
  expect(between([0, 1], [0, 10], 0.5, "linear")[1]).toBeCloseTo(8.875);
  expect(between([0.1, 0.3], [0.1, 0.7], 1, "log")).toEqual([0.1, 0.7]);
});

it("stays positive on a log axis", () => {
  expect(between([1e-6, 1], [1, 10], 0.01, "log")[0]).toBeGreaterThan(0);
});
