import fc from "fast-check";
import { expect, test } from "vitest";
import { Coordinates } from "./coordinate.ts";
import type { Coordinate } from "./coordinate.ts";

// As the programs' text has them, in float32.
const over = (a: number, b: number): number =>
  Math.trunc(Math.fround(Math.fround(a + 0.5) / Math.fround(b)));

/** Coordinates whose expressions are worked out as they are written; `t` is the one variable. */
function counting(t: number): { at: Coordinates; valueOf: (c: Coordinate) => number } {
  const known = new Map<string, string>();
  const number = (text: string): number => (text === "t" ? t : Number(text));
  const at = new Coordinates({
    name: (expression) => String(evaluated(expression, number)),
    number: (value) => String(value),
    once: (key, make) => {
      const text = known.get(key) ?? make();
      known.set(key, text);
      return text;
    },
  });
  return { at, valueOf: (c) => number(c.text()) };
}

/** One expression of whole numbers as the coordinates write it: a call, or a chain of operators from the left. */
function evaluated(expression: string, number: (text: string) => number): number {
  const call = /^(over|rest)\((\S+), (\S+)\)$/u.exec(expression);
  if (call) {
    const [a, b] = [number(call[2] ?? ""), number(call[3] ?? "")];
    return call[1] === "over" ? over(a, b) : a - over(a, b) * b;
  }
  const [first = "", ...rest] = expression.split(" ");
  let value = number(first);
  for (let i = 0; i < rest.length; i += 2) {
    const b = number(rest[i + 1] ?? "");
    switch (rest[i]) {
      case "+":
        value += b;
        break;
      case "-":
        value -= b;
        break;
      case "*":
        value *= b;
        break;
      case "/":
        value = Math.trunc(value / b);
        break;
      case "%":
        value %= b;
        break;
      default:
        throw new Error(`"${expression}" is not understood`);
    }
  }
  return value;
}

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 });

test("a flat index taken apart gives the digits of its place", () => {
  fc.assert(
    fc.property(sizes, fc.nat(), (shape, some) => {
      const whole = shape.reduce((a, b) => a * b, 1);
      const { at, valueOf } = counting(some % whole);
      const digits = at.apart(at.variable("t"), shape).map(valueOf);
      expect(digits.every((digit, axis) => digit >= 0 && digit < (shape[axis] ?? 1))).toBe(true);
      expect(digits.reduce((sum, digit, axis) => sum * (shape[axis] ?? 1) + digit, 0)).toBe(
        some % whole,
      );
    }),
  );
});

test("what is taken apart and put together again is itself, with nothing written", () => {
  fc.assert(
    fc.property(sizes, (shape) => {
      const { at } = counting(0);
      const whole = at.variable("t");
      const again = at.flat(at.apart(whole, shape), shape);
      expect(again.key).toBe(shape.every((n) => n === 1) ? "0" : "t");
    }),
  );
});

test("what is put together and taken apart again is the parts", () => {
  const { at } = counting(0);
  const parts = [at.variable("a"), at.variable("b"), at.variable("c")];
  const whole = at.flat(parts, [3, 1, 5]);
  expect(at.apart(whole, [3, 1, 5]).map(({ key }) => key)).toEqual(["a", "0", "c"]);
});

test("an index put together in one shape and taken apart in another is the same index", () => {
  const { at, valueOf } = counting(0);
  const parts = [2, 3, 4].map((value) => at.constant(value)); // of [5, 6, 7]: 2·42 + 3·7 + 4
  const digits = at.apart(at.flat(parts, [5, 6, 7]), [10, 21]).map(valueOf);
  expect((digits[0] ?? 0) * 21 + (digits[1] ?? 0)).toBe(2 * 42 + 3 * 7 + 4);
});

test("quotients below 2²⁰ are right in float32, even where a division is off by two and a half places", () => {
  // The error grows with the quotient, and is worst just below and at a multiple of the divisor.
  const off = 2.5 * 2 ** -23;
  let wrong = 0;
  for (let b = 1; b < 2 ** 20; b++) {
    const top = Math.floor((2 ** 20 - 1) / b) * b;
    for (const a of [top - 1, top, 2 ** 20 - 1])
      for (const error of [1 - off, 1, 1 + off]) {
        const quotient = Math.fround((Math.fround(a + 0.5) / b) * error);
        if (a >= 0 && Math.trunc(quotient) !== Math.floor(a / b)) wrong++;
      }
  }
  expect(wrong).toBe(0);
});

test("quotients and remainders are right for every number below 2²⁰ and a few divisors", () => {
  let wrong = 0;
  for (const b of [1, 2, 3, 5, 7, 9, 31, 33, 127, 256, 300, 1023])
    for (let a = 0; a < 2 ** 20; a++) if (over(a, b) !== Math.floor(a / b)) wrong++;
  expect(wrong).toBe(0);
});
