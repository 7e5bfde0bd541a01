import { expect, test } from "vitest";
import discrepancy from "../metrics/discrepancy.ts";
import distance from "../metrics/distance.ts";
import type { MetricDefinition } from "../contract/metric.ts";
import type { LaneSite } from "./lane-setup.ts";
import { Observer } from "./observer.ts";
import type { ReadHow } from "./observer.ts";

function watching(sites: readonly LaneSite[], metrics: readonly MetricDefinition[]): Observer {
  return new Observer(
    { lane: "lane", score: "accuracy", sites, methodReadings: [], methodMetrics: [] },
    metrics,
  );
}

const site = { id: "a", channels: 2, own: false, gradients: false };

function keeping(alpha: number): ReadHow {
  return { alpha, asInference: false };
}

/** N, third and fourth moments of two channels: rows of ±1 about the mean. */
const MEASURES = [4, 0, 0, 1, 1];

test("a batch is measured against what was remembered before it, then taken in", () => {
  const observer = watching([site], [distance]);
  // loss, accuracy, µ, σ², ψ² of two channels
  const row = Float32Array.from([1, 0.5, 3, 4, 1, 1, 10, 17, ...MEASURES]);
  const names = observer.columns.map((column) =>
    column.kind === "statistic" ? column.statistic : column.kind,
  );
  const three = ["mean", "variance", "quadratic-mean"];
  expect(names).toEqual(["loss", "score", ...three, ...three]);
  expect([...observer.read(row, keeping(0.5))].slice(0, 5)).toEqual([
    1,
    0.5,
    2.5,
    0,
    expect.closeTo(Math.hypot(9, 16) / 2, 5),
  ]);
  // Half of the way has been gone: what is left is half as far.
  expect(observer.read(row, keeping(0.5))[2]).toBeCloseTo(1.25, 6);
});

test("what the layer itself compares is measured against the layer's own memory", () => {
  const observer = watching([{ ...site, own: true }], [distance, discrepancy]);
  const row = Float32Array.from([1, 0.5, 0, 0, 1, 1, 1, 1, /* own */ 4, 4, 1, 1, ...MEASURES]);
  const values = observer.read(row, keeping(0.9));
  expect(observer.columns.length).toBe(2 + 6 + 2 + 6);
  expect(values[8]).toBeCloseTo(Math.hypot(3, 3) / 2, 5);
  expect(values[9]).toBeCloseTo(1, 5);
});

test("the first site that is not finite is named", () => {
  const observer = watching([site, { ...site, id: "b" }], [distance]);
  const whole = [1, 1, 1, 1, 1, 1, ...MEASURES];
  const broken = whole.with(1, Number.POSITIVE_INFINITY);
  const row = Float32Array.from([Number.NaN, 0, ...whole, ...broken]);
  expect(observer.brokenSite(row)).toBe("b");
});

test("what only the method has to show comes after the sites, by its own definition", () => {
  const observer = new Observer(
    {
      lane: "lane",
      score: "accuracy",
      sites: [site],
      methodReadings: [{ place: "a", metric: "sum", size: 2, ofNorm: true }],
      methodMetrics: [
        { id: "sum", name: "Sum", unit: "", about: "", read: ([a = 0, b = 0]) => a + b },
      ],
    },
    [distance],
  );
  const row = Float32Array.from([1, 0.5, 0, 0, 1, 1, 1, 1, ...MEASURES, 3, 4]);
  expect(observer.rowLength).toBe(row.length);
  expect(observer.read(row, keeping(0.9)).at(-1)).toBe(7);
  // A layer that takes what it remembers has nothing of training's to show.
  expect(observer.read(row, { alpha: 0.9, asInference: true }).at(-1)).toBeNaN();
});
