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

  it("moves into twice the room before it is full, and keeps every value", () => {
    const table = new SeriesTable(columns);
    for (let from = 1; from <= 255; from++) table.append(rows(from, 1));
    expect(table.values(0)).toHaveLength(512);
    expect(Array.from(table.values(1).subarray(0, 255))).toEqual(
      Array.from({ length: 255 }, (_, row) => row + 1.5),
    );
  });

  it("takes rows back after a step and goes on from there, in its pyramids too", () => {
    const table = new SeriesTable(columns);
    table.append(rows(1, 100));
    const pyramid = table.pyramid(0);
    pyramid.extend(table.values(0), table.length);
    table.truncate(40);
    expect([table.length, table.revision, pyramid.rows]).toEqual([40, 1, 40]);
    table.append({ ...rows(41, 60), values: new Float32Array(120).fill(-1) });
    pyramid.extend(table.values(0), table.length);
    expect(table.steps[99]).toBe(100);
    expect(pyramid.countBeyond(table.values(0), 0, 1000)).toBe(60);
  });

  it("is as it was when it is cut after its end", () => {
    const table = new SeriesTable(columns);
    table.append(rows(1, 3));
    table.truncate(3);
    expect([table.length, table.revision]).toEqual([3, 0]);
  });

  it("takes at most 8 bytes a value and step, and has pyramids of drawn columns only", () => {
    const table = new SeriesTable(columns);
    table.append(rows(1, 20_000));
    expect(table.bytes).toBeLessThanOrEqual(8 * 20_000 * (columns.length + 1));
    const before = table.bytes;
    table.pyramid(1).extend(table.values(1), table.length);
    expect(table.bytes - before).toBeLessThanOrEqual(6 * 20_000);
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
