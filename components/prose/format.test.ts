import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { counted, formatInteger, formatMilliseconds, formatNumber } from "./format.ts";
import { FormattedNumber } from "./number.tsx";

/** Thin spaces between digits as plain ones, to be readable here. */
const plain = (text: string) => text.replaceAll("\u202f", " ");

describe("a number", () => {
  it.each([
    [0, "0"],
    [-0, "0"],
    [1, "1"],
    [0.5, "0.5"],
    [0.010001, "0.01"],
    [0.0099996, "0.01"],
    [0.0012, "1.2 × 10⁻³"],
    [0.001, "10⁻³"],
    [-0.00123456, "−1.23 × 10⁻³"],
    [3.14159, "3.14"],
    [99.95, "100"],
    [1234, "1 230"],
    [9999, "10⁴"],
    [12_345, "1.23 × 10⁴"],
    [6.02e23, "6.02 × 10²³"],
    [1e-300, "10⁻³⁰⁰"],
    [Number.POSITIVE_INFINITY, "∞"],
    [Number.NEGATIVE_INFINITY, "−∞"],
    [Number.NaN, "–"],
  ])("%s is written %s", (value, text) => {
    expect(plain(formatNumber(value))).toBe(text);
  });

  it("keeps its zeros where it changes, so that its neighbours stand still", () => {
    expect([0.5, 0.512, 1, 20].map((value) => formatNumber(value, { steady: true }))).toEqual([
      "0.500",
      "0.512",
      "1.00",
      "20.0",
    ]);
  });

  it("has a true superscript on the page, and stays beside its unit", () => {
    const markup = renderToStaticMarkup(FormattedNumber({ value: 0.0012, unit: "s" }));
    expect(markup).toBe('<span class="number">1.2 × 10<sup>−3</sup>\u00a0s</span>');
  });
});

it("a whole number has thin separators", () => {
  expect([0, 999, 1000, 1_234_567, -20_000].map(formatInteger).map(plain)).toEqual([
    "0",
    "999",
    "1 000",
    "1 234 567",
    "−20 000",
  ]);
});

it("a duration is in milliseconds, from a second on in seconds", () => {
  expect([0.123, 9.94, 9.96, 23.4, 1234].map(formatMilliseconds)).toEqual([
    "0.1 ms",
    "9.9 ms",
    "10 ms",
    "23 ms",
    "1.2 s",
  ]);
});

it("one is singular", () => {
  expect([counted(1, "step"), counted(2, "step"), counted(0, "loss", "losses")]).toEqual([
    "1 step",
    "2 steps",
    "0 losses",
  ]);
});
