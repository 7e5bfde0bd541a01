import { expect, it } from "vitest";
import { laneStyle } from "../../theme/lane-styles.ts";
import type { LineSeries } from "../line-series.ts";
import { numberRows } from "./number-rows.ts";
import type { SavedLines } from "./saved-chart.ts";

function line(label: string, steps: readonly number[], values: readonly number[]): LineSeries {
  const style = laneStyle("batch-norm", 0);
  return { id: label, label, style, weight: "thin", steps, values, length: steps.length };
}

function lines(series: readonly LineSeries[], xDomain: readonly [number, number]): SavedLines {
  return {
    kind: "lines",
    title: "Loss",
    summary: "One line a lane.",
    yLabel: "nats",
    xLabel: "step",
    scale: "linear",
    xDomain,
    yDomain: [0, 1],
    series,
    bands: [],
    levels: [],
    events: [],
  };
}

it("has a row for each step of any line, and a dash where a line has no point of its own", () => {
  const chart = lines([line("BN", [1, 2, 3], [0.5, 0.25, 0.125]), line("LN", [2], [4])], [0, 10]);
  expect(numberRows(chart)).toEqual({
    heads: ["step", "BN", "LN"],
    rows: [
      { head: "1", cells: ["0.5", "–"] },
      { head: "2", cells: ["0.25", "4"] },
      { head: "3", cells: ["0.125", "–"] },
    ],
    all: 3,
  });
});

it("keeps to the part of the axis that is shown", () => {
  const chart = lines([line("BN", [1, 2, 3, 4], [1, 2, 3, 4])], [2, 3]);
  expect(numberRows(chart).rows.map(({ head }) => head)).toEqual(["2", "3"]);
});

it("leaves rows out of a long run evenly, and never the first or the last", () => {
  const steps = Array.from({ length: 1000 }, (_, i) => i + 1);
  const { rows, all } = numberRows(lines([line("BN", steps, steps)], [0, 1000]));
  expect(all).toBe(1000);
  expect(rows).toHaveLength(12);
  expect(rows[0]?.head).toBe("1");
  expect(rows.at(-1)?.head).toBe("1\u202f000");
});
