import { describe, expect, it } from "vitest";
import type { Column } from "../../sim/contract/protocol.ts";
import { Series, SeriesTable } from "./series.ts";

const columns: readonly Column[] = [
  { kind: "loss", lane: "bn", on: "train" },
  { kind: "loss", lane: "ln", on: "train" },
];

function rows(from: number, count: number) {
  return {
    table: "steps" as const,
    steps: Uint32Array.from({ length: count }, (_, row) => from + row),
    values: Float32Array.from({ length: count * 2 }, (_, i) => from + (i >> 1) + (i % 2) / 2),
  };
}

describe("a series table", () => {
  it("turns rows into columns and keeps every value through its growth", () => {
    const table = new SeriesTable(columns);
    for (let from = 1; from <= 5000; from += 50) table.append(rows(from, 50));
    expect(table.length).toBe(5000);
    expect(table.steps[4999]).toBe(5000);
    expect(table.values(0)[4321]).toBe(4322);
    expect(table.values(1)[4321]).toBe(4322.5);
  });

  it("grows by doubling", () => {
    const table = new SeriesTable(columns);
    table.append(rows(1, 300));
    expect(table.values(0)).toHaveLength(512);
  });

  it("refuses rows of another width, saying both", () => {
    const table = new SeriesTable(columns.slice(1));
    expect(() => table.append(rows(1, 3))).toThrow("3 rows of 1 columns need 3 values; got 6");
  });
});

describe("the series of a run", () => {
  it("counts a version for every change and tells its listeners", () => {
    const series = new Series();
    let heard = 0;
    const stop = series.subscribe(() => heard++);
    series.begin({ steps: columns, "held-out": [], translated: [] });
    series.append([rows(1, 2)]);
    series.append([]);
    expect([series.version, heard]).toEqual([2, 2]);
    stop();
    series.clear();
    expect([series.version, heard]).toEqual([3, 2]);
    expect(series.table("steps").length).toBe(0);
  });
});
