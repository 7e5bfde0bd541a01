import { beforeAll, expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import { STATISTICS } from "../contract/metric.ts";
import { Random } from "../contract/random.ts";
import { Constants } from "../tensor/constants.ts";
import { createOps } from "../tensor/create-ops.ts";
import { openDevice } from "../tensor/device.ts";
import { dispose, download, scope, upload } from "../tensor/engine.ts";
import { independentVariance } from "./independent-rows.ts";
import { siteMeasures } from "./site-measures.ts";
import { SiteObserver } from "./site-observer.ts";

const CHANNELS = 24;
const constants = new Constants();

beforeAll(async () => {
  await openDevice("cpu");
});

/** Rows that have nothing to do with one another, whose channels have different means and are far from normal. */
function independentRows(random: Random, count: number, copies: number): Float32Array {
  const values = new Float32Array(count * CHANNELS);
  for (let row = 0; row < count; row += copies)
    for (let c = 0; c < CHANNELS; c++) {
      // A squared normal is skewed, and its tail is heavy: kurtosis 15.
      const drawn = c % 2 === 0 ? random.normal() : random.normal() ** 2;
      for (let copy = row; copy < Math.min(count, row + copies); copy++)
        values[copy * CHANNELS + c] = drawn + (c % 3);
    }
  return values;
}

interface Setting {
  readonly count: number;
  readonly alpha: number;
  readonly steps: number;
  /** How many rows of a batch are the same. */
  readonly copies?: number;
}

/** Measured over floor at many steps, by metric and statistic, each by the floor's own kind of mean. */
async function ratios({ count, alpha, steps, copies = 1 }: Setting): Promise<Map<string, number>> {
  const site = { id: "a", channels: CHANNELS, own: false, gradients: false };
  const observer = new SiteObserver("lane", site, catalogue.metrics);
  const random = new Random(`floor ${count} ${alpha}`);
  const settled = Math.ceil(6 / (1 - alpha));
  const sums = new Map<string, { measured: number; floor: number }>();
  for (let step = 0; step < steps + settled; step++) {
    const row = await numbersOf(independentRows(random, count, copies), count);
    const values = observer.read(row, alpha);
    if (step < settled) continue;
    for (const { id, floor } of catalogue.metrics) {
      if (!floor) continue;
      const power = floor.kind === "mean" ? 1 : 2;
      for (const statistic of STATISTICS) {
        const sum = sums.get(`${id} ${statistic}`) ?? { measured: 0, floor: 0 };
        for (const of of ["input", "floor"] as const) {
          const at = observer.columns.findIndex(
            (column) =>
              column.kind === "statistic" &&
              column.of === of &&
              column.metric === id &&
              column.statistic === statistic,
          );
          sum[of === "input" ? "measured" : "floor"] += (values[at] ?? Number.NaN) ** power;
        }
        sums.set(`${id} ${statistic}`, sum);
      }
    }
  }
  const root = (id: string, value: number): number =>
    id.startsWith("discrepancy") ? value : Math.sqrt(value);
  return new Map([...sums].map(([id, { measured, floor }]) => [id, root(id, measured / floor)]));
}

/** What a step sends of a site with these rows: moments, N, third and fourth moments. */
async function numbersOf(values: Float32Array, count: number): Promise<Float32Array> {
  const row = scope(() => {
    const tf = createOps(constants, null);
    const x = upload({ values, shape: [count, CHANNELS] });
    const moments = tf.channelMoments(x, null);
    const { packed } = moments;
    const reading = { site: "a", channels: CHANNELS, packed, own: null, y: null, gain: null };
    const measures = siteMeasures(tf, { ...reading, x, mask: null, moments }, null);
    return tf.concat([tf.reshape(packed, [3 * CHANNELS]), measures], 0);
  });
  const numbers = await download(row);
  dispose([row]);
  return numbers;
}

/**
 * The floors of distances hold at any number of rows, within what chance leaves. The discrepancy's takes a statistic to be
 * normal and its root to be straight: of sixteen rows with a tail this heavy neither is so yet.
 */
function errorOf(id: string, count: number): number {
  if (id.startsWith("discrepancy")) return count < 100 ? 0.25 : 0.1;
  return count < 100 ? 0.1 : 0.05;
}

function astray(all: Map<string, number>, wanted: number, count: number): [string, number][] {
  return [...all].filter(([id, ratio]) => Math.abs(ratio / wanted - 1) > errorOf(id, count));
}

test.each([
  { count: 16, alpha: 0.9, steps: 600 },
  { count: 128, alpha: 0.9, steps: 300 },
  { count: 128, alpha: 0.5, steps: 300 },
  { count: 1024, alpha: 0.9, steps: 120 },
  { count: 128, alpha: 0, steps: 300 },
])(
  "$count independent rows at α = $alpha measure what the floor says, by every metric",
  async (setting) => {
    const all = await ratios(setting);
    expect(all.size).toBe(9);
    expect(astray(all, 1, setting.count)).toEqual([]);
  },
);

test("rows that come in fours measure twice the floor: the root of the design effect", async () => {
  const all = await ratios({ count: 256, alpha: 0.9, steps: 200, copies: 4 });
  expect(astray(all, 2, 256 / 4)).toEqual([]);
});

test("with normal moments the variances are those of the textbook", () => {
  const [mu, square, count] = [3, 4, 1e6];
  const variance = new Float64Array(3);
  const moments = { mean: [mu], variance: [square], "quadratic-mean": [square + mu * mu] };
  independentVariance({ ...moments, third: [0], fourth: [3 * square ** 2], count }, 1, variance);
  expect(variance[0] ?? 0).toBeCloseTo(square / count, 9);
  expect(variance[1] ?? 0).toBeCloseTo((2 * square ** 2) / count, 9);
  expect(variance[2] ?? 0).toBeCloseTo((4 * mu ** 2 * square + 2 * square ** 2) / count, 9);
});
