import { expect, test } from "vitest";
import { perplexity } from "./perplexity.ts";

test("a model that gives each of eight words the same chance hesitates between eight", () => {
  expect(perplexity([Math.log(8), Math.log(8)], null)).toBeCloseTo(8, 12);
});

test("perplexity is the exponential of the mean loss, not the mean of exponentials", () => {
  expect(perplexity([0, Math.log(16)], null)).toBeCloseTo(4, 12);
});

test("padding takes no part, whatever its loss", () => {
  expect(perplexity([Math.log(2), 99, Number.NaN, Math.log(8)], [1, 0, 0, 1])).toBeCloseTo(4, 12);
});

test("without a real token there is no perplexity", () => {
  expect(perplexity([1, 2], [0, 0])).toBeNaN();
  expect(perplexity([], null)).toBeNaN();
});

test("a model that is sure and right has the least there is, 1", () => {
  expect(perplexity([0, 0, 0], null)).toBe(1);
});
