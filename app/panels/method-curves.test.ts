import { describe, expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import type { Column, LaneReport } from "../../sim/contract/protocol.ts";
import { methodCurves, methodReadings, placeOf } from "./method-curves.ts";

const lanes: readonly LaneReport[] = ["batch-norm", "weight-norm", "weight-norm-mean-only"].map(
  (id) => ({ id, task: 0, normaliser: id, sites: [], parameters: 1 }),
);
const places = ["stem", "stage 1"];
const [metric = ""] = (
  catalogue.normalisers.find(({ id }) => id === "weight-norm")?.metrics ?? []
).map(({ id }) => id);
const columns: readonly Column[] = [
  { kind: "loss", lane: "batch-norm", on: "train" },
  ...lanes
    .slice(1)
    .flatMap(({ id: lane }) =>
      places.map((place): Column => ({ kind: "method", lane, place, metric })),
    ),
];
const seen = { lanes, columns, hidden: [] };

describe("what only some methods have to show", () => {
  const [reading, ...others] = methodReadings(seen, catalogue.normalisers);

  it("is each metric once, with the methods that have it, and where", () => {
    expect(others).toEqual([]);
    expect(reading?.metric.id).toBe(metric);
    expect(reading?.methods.map(({ label }) => label)).toEqual(["WN", "WN+MOBN"]);
    expect(reading?.places).toEqual(places);
  });

  it("is nothing where no lane has any", () => {
    expect(methodReadings({ lanes, columns: columns.slice(0, 1) }, catalogue.normalisers)).toEqual(
      [],
    );
  });

  it("is one line a lane, in the lane's own colour", () => {
    const curves = methodCurves(seen, metric, "stage 1");
    expect(curves.map(({ position, column }) => [position, column])).toEqual([
      [1, 2],
      [2, 4],
    ]);
    const hidden = { ...seen, hidden: ["weight-norm"] };
    expect(methodCurves(hidden, metric, "stem").map(({ position }) => position)).toEqual([2]);
  });

  it("is looked at where the link says, or else at the end", () => {
    if (!reading) throw new Error("there is no reading");
    expect(["first", "last", "stem", "elsewhere"].map((each) => placeOf(reading, each))).toEqual([
      "stem",
      "stage 1",
      "stem",
      "stage 1",
    ]);
  });
});
