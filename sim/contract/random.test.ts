import { expect, test } from "vitest";
import { Random } from "./random.ts";

const draws = (random: Random, count: number): number[] =>
  Array.from({ length: count }, () => random.uniform());

test("the same seed gives the same numbers, another seed others", () => {
  expect(draws(new Random(7), 5)).toEqual(draws(new Random(7), 5));
  expect(draws(new Random(7), 5)).not.toEqual(draws(new Random(8), 5));
});

test("a stream depends on its name alone, not on what was drawn before it", () => {
  const one = new Random(1);
  const other = new Random(1);
  draws(other, 100);
  expect(draws(one.stream("a"), 5)).toEqual(draws(other.stream("a"), 5));
  expect(draws(one.stream("a"), 5)).not.toEqual(draws(one.stream("b"), 5));
});

test("uniform numbers fill [0, 1) evenly", () => {
  const values = draws(new Random("even"), 20000);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  expect(values.reduce((a, b) => a + b) / values.length).toBeCloseTo(0.5, 1);
});

test("normal numbers have mean 0 and deviation 1", () => {
  const random = new Random("bell");
  const values = Array.from({ length: 20000 }, () => random.normal());
  const mean = values.reduce((a, b) => a + b) / values.length;
  const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(Math.abs(variance - 1)).toBeLessThan(0.04);
});

test("a shuffle keeps every item once", () => {
  const items = Array.from({ length: 50 }, (_, i) => i);
  const shuffled = new Random(3).shuffle(items);
  expect(shuffled).not.toEqual(items);
  expect(shuffled.toSorted((a, b) => a - b)).toEqual(items);
});

test("picking from nothing says so", () => {
  expect(() => new Random(1).pick([])).toThrow("the list is empty");
});
