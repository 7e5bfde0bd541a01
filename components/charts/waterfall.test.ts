import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { laneStyle } from "../theme/lane-styles.ts";
import { DeviationGrid } from "./deviation-grid.ts";
import { cellForKey, stepInRows } from "./waterfall-cursor.ts";
import { waterfallLayout } from "./waterfall-layout.ts";
import type { Strip } from "./waterfall-layout.ts";
import { deviationRange, shareBeyond } from "./waterfall-rows.ts";
import type { WaterfallRows } from "./waterfall-rows.ts";

function strip(id: string, channels: number): Strip {
  return { id, label: id, style: laneStyle(id, 0), channels, note: "" };
}

const strips = [strip("bn", 64), strip("ln", 32)];
const input = { width: 700, strips, xDomain: [0, 50], xLabel: "step" } as const;

/** Rows of these steps in which every channel deviates by the same. */
function rowsOf(steps: readonly number[], deviation: (step: number) => number): WaterfallRows {
  return {
    start: 0,
    end: steps.length,
    revision: 0,
    step: (row) => steps[row] ?? Number.NaN,
    rowAt: (step) => steps.findLastIndex((each) => each <= step),
    read: (row, _, into) => into.fill(deviation(steps[row] ?? Number.NaN)),
  };
}

describe("the layout of a waterfall", () => {
  const layout = waterfallLayout(input);

  it("sets a strip a lane, one below the other, and finds the channel under a pixel again", () => {
    const [first, second] = layout.strips;
    expect(first?.bottom).toBeLessThan(second?.top ?? 0);
    for (const cell of [
      { strip: 0, channel: 0 },
      { strip: 0, channel: 63 },
      { strip: 1, channel: 31 },
    ]) {
      const { top, height } = layout.bandOf(cell);
      expect(layout.cellAt(top + height / 2)).toEqual(cell);
    }
    expect(layout.cellAt((first?.bottom ?? 0) + 2)).toBeNull();
  });

  it("finds the step under a pixel again, and never one outside", () => {
    for (const step of [1, 20, 50]) expect(layout.stepAt(layout.x(step))).toBe(step);
    expect([layout.stepAt(-100), layout.stepAt(5000)]).toEqual([1, 50]);
  });

  it("gives a step a column of its own while there are enough, and then shares", () => {
    expect(layout.columns).toEqual({ first: 1, width: 1, count: 50 });
    const long = waterfallLayout({ ...input, xDomain: [0, 20_000] });
    const { first, width, count } = long.columns;
    expect(count).toBe(long.plot.right - long.plot.left);
    expect(Math.floor((20_000 - first) / width)).toBe(count - 1);
  });

  it("is narrow enough for a phone", () => {
    const { plot } = waterfallLayout({ ...input, width: 300 });
    expect(plot.right).toBeLessThan(300);
  });
});

it("no spike is lost where steps share a column and channels a band: each cell has the largest of its own", () => {
  const deviation = fc.double({ min: -1e3, max: 1e3, noNaN: true }).map(Math.fround);
  const shape = fc.record({
    columns: fc.integer({ min: 1, max: 12 }),
    channels: fc.integer({ min: 1, max: 20 }),
    bands: fc.integer({ min: 1, max: 24 }),
    rows: fc.array(fc.array(deviation, { minLength: 20, maxLength: 20 }), { maxLength: 40 }),
  });
  fc.assert(
    fc.property(shape, ({ columns, channels, bands: most, rows }) => {
      const grid = new DeviationGrid(columns, channels, most);
      const columnOf = (row: number): number => Math.floor((row * columns) / rows.length);
      rows.forEach((row, index) => grid.take(columnOf(index), row.slice(0, channels)));
      for (let column = 0; column < columns; column++)
        for (let band = 0; band < grid.bands; band++) {
          const members = rows
            .filter((_, index) => columnOf(index) === column)
            .flatMap((row) =>
              row
                .slice(0, channels)
                .filter((_, channel) => Math.floor((channel * grid.bands) / channels) === band),
            );
          const shown = grid.values[band * columns + column] ?? Number.NaN;
          const largest = Math.max(...members.map(Math.abs));
          const isKept = members.includes(shown) && Math.abs(shown) === largest;
          expect(members.length === 0 ? Number.isNaN(shown) : isKept).toBe(true);
        }
    }),
    { seed: 1, numRuns: 300 },
  );
});

it("a step of which there are no numbers takes nothing away from its column", () => {
  const grid = new DeviationGrid(1, 2, 2);
  grid.take(0, [1, Number.NaN]);
  grid.take(0, [Number.NaN, Number.NaN]);
  expect([...grid.values]).toEqual([1, Number.NaN]);
});

describe("the scale of a waterfall", () => {
  it("is a round number that covers what there is, and stays while it fits", () => {
    const rows = rowsOf([1, 2, 3], () => 0.3);
    expect(deviationRange(rows, strips, null)).toBe(0.5);
    expect(deviationRange(rows, strips, 1)).toBe(1);
    expect(deviationRange(rows, strips, 5)).toBe(0.5);
    expect(deviationRange(rows, strips, 0.2)).toBe(0.5);
  });

  it("is not blown up by a spike, which is said to lie beyond", () => {
    const steps = Array.from({ length: 60 }, (_, i) => i + 1);
    const rows = rowsOf(steps, (step) => (step === 30 ? -900 : 0.3));
    const range = deviationRange(rows, strips, null);
    expect(range).toBe(0.5);
    expect(shareBeyond(rows, strips, range)).toBeCloseTo(1 / 60, 6);
  });

  it("is there before there is anything", () => {
    const none = rowsOf([], () => 0);
    expect(deviationRange(none, strips, null)).toBe(1);
    expect(shareBeyond(none, strips, 1)).toBe(0);
  });
});

describe("the keyboard of a waterfall", () => {
  it("goes down the channels of one lane into the next, and by whole lanes, and stays at the ends", () => {
    const last = { strip: 1, channel: 31 };
    expect(cellForKey("ArrowDown", null, strips)).toEqual({ strip: 0, channel: 0 });
    expect(cellForKey("ArrowDown", { strip: 0, channel: 63 }, strips)).toEqual({
      strip: 1,
      channel: 0,
    });
    expect(cellForKey("ArrowUp", { strip: 1, channel: 0 }, strips)).toEqual({
      strip: 0,
      channel: 63,
    });
    expect(cellForKey("ArrowDown", last, strips)).toEqual(last);
    expect(cellForKey("PageDown", { strip: 0, channel: 50 }, strips)).toEqual(last);
    expect(cellForKey("PageUp", { strip: 0, channel: 5 }, strips)).toEqual({
      strip: 0,
      channel: 5,
    });
    expect(cellForKey("a", last, strips)).toBeUndefined();
  });

  it("goes over the steps that are kept, across those nobody looked at", () => {
    const rows = rowsOf([3, 4, 9], () => 0);
    expect(stepInRows("ArrowLeft", null, rows)).toBe(9);
    expect(stepInRows("ArrowRight", 4, rows)).toBe(9);
    expect(stepInRows("ArrowLeft", 9, rows)).toBe(4);
    expect(stepInRows("ArrowLeft", 7, rows)).toBe(4);
    expect(stepInRows("ArrowLeft", 3, rows)).toBe(3);
    expect(stepInRows("Home", 9, rows)).toBe(3);
    expect(stepInRows("Escape", 9, rows)).toBeNull();
    expect(stepInRows("x", 9, rows)).toBeUndefined();
  });
});
