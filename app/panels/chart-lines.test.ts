import { describe, expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import type { Column, LaneReport } from "../../sim/contract/protocol.ts";
import { SeriesTable } from "../session/series.ts";
import { chartLines, stepDomain } from "./chart-lines.ts";
import { distanceCurves, progressCurves } from "./curves.ts";
import { laneLooks } from "./lane-look.ts";

const site = { id: "encoder end", channels: 8, own: true };
const lanes: readonly LaneReport[] = ["batch-norm", "power-norm"].map((id) => ({
  id,
  task: 0,
  normaliser: id,
  parameters: 1,
  sites: [site],
}));
const columns: readonly Column[] = lanes.flatMap(({ id }): Column[] => [
  ...(["input", "own"] as const).map((of): Column => ({
    kind: "statistic",
    lane: id,
    site: site.id,
    of,
    metric: "distance",
    statistic: "quadratic-mean",
  })),
  { kind: "loss", lane: id, on: "train" },
]);
const choice = { site: "last", metric: "distance", statistic: "quadratic-mean" } as const;

describe("the curves of a chart", () => {
  it("are one a lane, and what the layer itself compares beside it", () => {
    const curves = distanceCurves({ lanes, columns, hidden: [] }, choice);
    expect(curves.map(({ column, aside }) => [column, aside])).toEqual([
      [0, null],
      [1, "own"],
      [3, null],
      [4, "own"],
    ]);
  });

  it("leave out hidden lanes, and keep the place that gives the others their colour", () => {
    const curves = progressCurves({ lanes, columns, hidden: ["batch-norm"] }, "loss", "train");
    expect(curves.map(({ position, column }) => [position, column])).toEqual([[1, 5]]);
  });

  it("become lines that grow with their table", () => {
    const [preset] = catalogue.presets;
    if (!preset) throw new Error("the catalogue has no preset");
    const looks = laneLooks(preset.experiment, catalogue);
    const table = new SeriesTable(columns);
    const curves = distanceCurves({ lanes, columns, hidden: [] }, choice);
    table.append({
      table: "steps",
      steps: Uint32Array.of(1, 2),
      values: Float32Array.from({ length: 2 * columns.length }, (_, index) => index),
    });
    const [first, own] = chartLines(curves, table, looks, "thin");
    expect(first?.length).toBe(2);
    expect(first?.values[1]).toBe(columns.length);
    expect(own?.label).toBe(`${first?.label} own`);
  });
});

describe("the x-axis", () => {
  it("grows in round numbers and ends with the run", () => {
    expect([0, 50, 499, 500, 900, 1000].map((step) => stepDomain(step, 1000)[1])).toEqual([
      50, 100, 500, 1000, 1000, 1000,
    ]);
    expect(stepDomain(700, 750)).toEqual([0, 750]);
    expect(stepDomain(10, 20)).toEqual([0, 20]);
  });
});

describe("the looks of lanes", () => {
  it("differ wherever two lanes have one method", () => {
    for (const { experiment } of catalogue.presets) {
      const looks = laneLooks(experiment, catalogue);
      expect(new Set(looks.map(({ label }) => label)).size).toBe(looks.length);
      expect(new Set(looks.map(({ style }) => style.cssVariable)).size).toBe(looks.length);
    }
  });
});
