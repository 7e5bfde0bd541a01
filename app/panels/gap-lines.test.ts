import { describe, expect, it } from "vitest";
import { laneStyles } from "../../components/theme/lane-styles.ts";
import type { Column, LaneReport } from "../../sim/contract/protocol.ts";
import { SeriesTable } from "../session/series.ts";
import { gapLines } from "./gap-lines.ts";

const ids = ["batch-norm", "layer-norm"];
const lanes = ids.map((id): LaneReport => ({
  id,
  task: 0,
  normaliser: id,
  sites: [],
  parameters: 1,
}));
const columns = ids.flatMap((lane): Column[] => [
  { kind: "loss", lane, on: "held-out" },
  { kind: "score", name: "token accuracy", lane, on: "held-out" },
  { kind: "loss", lane, on: "held-out-on-batch" },
  { kind: "score", name: "token accuracy", lane, on: "held-out-on-batch" },
]);
const looks = laneStyles(ids).map((style, i) => ({ label: ids[i] ?? "", style }));
const table = new SeriesTable(columns);
table.append({
  table: "held-out",
  steps: Uint32Array.of(50, 100),
  values: Float32Array.of(3, 0.25, 2, 0.5, 4, 0.125, 4, 0.125, NaN, NaN, 1, 0.5, 3, 0.5, 3, 0.5),
});
const seen = { lanes, columns, hidden: [] };

describe("the training–inference gap", () => {
  it("is running less batch statistics, for each lane", () => {
    const [bn, ln] = gapLines(seen, "loss", table, looks);
    expect(Array.from(bn?.values ?? [])).toEqual([1, Number.NaN]);
    expect(Array.from(ln?.values ?? [])).toEqual([0, 0]);
    expect(bn?.steps[1]).toBe(100);
  });

  it("is taken of the score as well", () => {
    const [bn] = gapLines(seen, "score", table, looks);
    expect(bn?.values[0]).toBe(-0.25);
  });

  it("is not drawn for a hidden lane, nor from a table that is gone", () => {
    const drawn = gapLines({ ...seen, hidden: ["batch-norm"] }, "loss", table, looks);
    expect(drawn.map(({ id }) => id)).toEqual(["layer-norm"]);
    expect(gapLines(seen, "loss", new SeriesTable([]), looks)).toEqual([]);
  });
});
