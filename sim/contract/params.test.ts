import { expect, test } from "vitest";
import { initialValues, readParam } from "./params.ts";
import type { ParamSpec } from "./params.ts";

const shared = { label: "A", about: "A.", effect: "live" } as const;
const range: ParamSpec = { ...shared, kind: "range", min: 0, max: 2, step: 0.1, initial: 1 };
const log: ParamSpec = {
  ...shared,
  kind: "range",
  min: 1e-5,
  max: 1,
  step: 1e-5,
  scale: "log",
  initial: 1,
};
const choice: ParamSpec = { ...shared, kind: "choice", options: ["a", "b"], initial: "a" };
const toggle: ParamSpec = { ...shared, kind: "toggle", initial: false };

test("a number is snapped to the grid without the dust of floating point", () => {
  expect(readParam("a", range, "0.30000000000000004")).toEqual({ ok: true, value: 0.3 });
});

test("on a log scale a number is taken as it is", () => {
  expect(readParam("a", log, "0.0123456")).toEqual({ ok: true, value: 0.0123456 });
});

test("a number beyond the range is clamped, and the sentence names both", () => {
  expect(readParam("width", range, "-3")).toEqual({
    ok: true,
    value: 0,
    complaint: "width=-3 is outside 0 to 2; used 0.",
  });
});

test.each(["NaN", "1e999", "Infinity", "", " ", "abc", null, {}])("%s is no number", (raw) => {
  const read = readParam("width", range, raw);
  expect(read.ok).toBe(false);
  expect(read.complaint).toContain("expected a number from 0 to 2");
});

test("a choice is one of its options, and the sentence lists them", () => {
  expect(readParam("kind", choice, "b")).toEqual({ ok: true, value: "b" });
  expect(readParam("kind", choice, "c").complaint).toContain("a, b");
});

test("a toggle reads true and 1, false and 0", () => {
  expect(["true", "1", "false", "0"].map((raw) => readParam("t", toggle, raw))).toEqual(
    [true, true, false, false].map((value) => ({ ok: true, value })),
  );
  expect(readParam("t", toggle, "yes").ok).toBe(false);
});

test("the initial values bear the names of their specs", () => {
  expect(initialValues({ range, choice, toggle })).toEqual({
    range: 1,
    choice: "a",
    toggle: false,
  });
});
