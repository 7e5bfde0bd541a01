import { describe, expect, it } from "vitest";
import { boxesByFifths } from "../../sim/contract/boxes.ts";
import type { Column, LaneReport } from "../../sim/contract/protocol.ts";
import { SeriesTable } from "../session/series.ts";
import { boxPanels, boxViews } from "./box-views.ts";
import { Fifths } from "./fifths.ts";

const site = { id: "encoder end", channels: 8, own: false, gradients: true };

function lane(id: string, normaliser: string, task = 0): LaneReport {
  return { id, task, normaliser, parameters: 1, sites: [site] };
}

const four = ["power-norm", "layer-norm", "power-norm-v", "batch-norm"].map((id) => lane(id, id));
const two = [lane("batch-norm", "batch-norm"), lane("batch-norm-2", "batch-norm", 1)];

function columnsOf(lanes: readonly LaneReport[]): Column[] {
  return lanes.flatMap(({ id }) =>
    (["mean", "variance", "quadratic-mean"] as const).map((statistic): Column => ({
      kind: "statistic",
      lane: id,
      site: site.id,
      of: "input",
      metric: "distance",
      statistic,
    })),
  );
}

const choice = { site: "last", metric: "distance", of: "input" } as const;

describe("the figure", () => {
  it("offers the paper's pairs that a run has, before all lanes", () => {
    expect(boxViews(four)).toEqual(["bn-pn-v", "lanes"]);
    expect(boxViews(two)).toEqual(["resnet-transformer", "lanes"]);
    expect(boxViews([lane("layer-norm", "layer-norm")])).toEqual(["lanes"]);
  });

  it("sets σ² of BN beside ψ² of PN-V", () => {
    const seen = { lanes: four, columns: columnsOf(four), hidden: [] };
    const [panel, ...more] = boxPanels("bn-pn-v", seen, choice);
    expect(more).toEqual([]);
    expect(panel?.title).toBe("σ² of BN against ψ² of PN-V");
    const shown = panel?.parts.map(({ column, symbol }) => [seen.columns[column], symbol]);
    expect(shown).toMatchObject([
      [{ lane: "batch-norm", statistic: "variance" }, "σ²"],
      [{ lane: "power-norm-v", statistic: "quadratic-mean" }, "ψ²"],
    ]);
  });

  it("sets BN on pictures beside BN on text, for µ and for σ²", () => {
    const seen = { lanes: two, columns: columnsOf(two), hidden: [] };
    const panels = boxPanels("resnet-transformer", seen, choice);
    expect(panels.map(({ parts }) => parts.map(({ id }) => id))).toEqual([
      ["batch-norm", "batch-norm-2"],
      ["batch-norm", "batch-norm-2"],
    ]);
  });

  it("leaves out lanes that are not drawn", () => {
    const seen = { lanes: four, columns: columnsOf(four), hidden: ["layer-norm"] };
    const [panel] = boxPanels("lanes", seen, choice);
    expect(panel?.parts.map(({ id }) => id)).toEqual(["power-norm", "power-norm-v", "batch-norm"]);
  });
});

describe("boxes of a run that goes on", () => {
  it("are what they would be if all were sorted at once", () => {
    const table = new SeriesTable(columnsOf([lane("a", "batch-norm")]));
    const fifths = new Fifths(table);
    const value = (step: number) => (step * 37) % 101;
    for (let from = 1; from <= 100; from += 7) {
      const steps = Array.from({ length: Math.min(7, 101 - from) }, (_, i) => from + i);
      const values = steps.flatMap((step) => [value(step), 0, 0]);
      table.append({
        table: "steps",
        steps: Uint32Array.from(steps),
        values: Float32Array.from(values),
      });
      const all = Array.from({ length: table.length }, (_, i) => i + 1);
      expect(fifths.of(0, 100)).toEqual(boxesByFifths(all, all.map(value), 100));
    }
    // A run that is made longer has other fifths.
    const all = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(fifths.of(0, 200)).toEqual(boxesByFifths(all, all.map(value), 200));
  });
});
