import fc from "fast-check";
import { expect, test } from "vitest";
import { packed, rowsOf, texelsOf, unpacked } from "./layout.ts";

const shapes = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 });

test("numbers packed into texels and unpacked are the same numbers", () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const size = shape.reduce((a, b) => a * b, 1);
      const values = Float32Array.from({ length: size }, (_, i) => i + 1);
      const block = packed(values, shape);
      expect(block).toHaveLength(texelsOf(shape) * 4);
      expect(unpacked(block, shape)).toEqual(values);
    }),
  );
});

test("each row of the last axis begins at a whole texel, and is filled up with zeros", () => {
  expect([...packed([1, 2, 3, 4, 5, 6], [2, 3])]).toEqual([1, 2, 3, 0, 4, 5, 6, 0]);
  expect([...packed([7], [])]).toEqual([7, 0, 0, 0]);
});

test("texels lie in rows of 256", () => {
  expect([0, 1, 256, 257].map(rowsOf)).toEqual([0, 1, 1, 2]);
});
