import { expect, test } from "vitest";
import { boxesByFifths, boxOf } from "./boxes.ts";

test("quartiles lie between ranks as NumPy puts them, and whiskers end at values", () => {
  expect(boxOf([1, 2, 3, 4])).toEqual({
    q1: 1.75,
    median: 2.5,
    q3: 3.25,
    low: 1,
    high: 4,
    outliers: [],
  });
});

test("a value beyond one and a half interquartile ranges is an outlier, and no whisker reaches it", () => {
  const box = boxOf([1, 2, 3, 4, 5, 100]);
  expect(box?.outliers).toEqual([100]);
  expect(box?.high).toBe(5);
});

test("values that are not finite are left out, and nothing has no box", () => {
  expect(boxOf([Number.NaN, 2])?.median).toBe(2);
  expect(boxOf([Number.NaN])).toBeNull();
});

test("the fifths of ten steps hold two steps each", () => {
  const steps = Array.from({ length: 10 }, (_, i) => i + 1);
  const medians = boxesByFifths(steps, steps, 10).map((box) => box?.median);
  expect(medians).toEqual([1.5, 3.5, 5.5, 7.5, 9.5]);
});
