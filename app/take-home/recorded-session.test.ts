import { describe, expect, it, vi } from "vitest";
import { printSeriesCsv } from "../../components/charts/save/series-csv.ts";
import { catalogue } from "../../sim/catalogue.ts";
import { laneLooks } from "../panels/lane-look.ts";
import { csvChart, csvChoices } from "./csv-choices.ts";
import { readCsvFile } from "./csv-file.ts";
import { fileOf, finishedRun } from "./files.fixture.ts";
import { openFile } from "./open-file.ts";
import { recordedSession } from "./recorded-session.ts";
import { printRunFile } from "./run-file.ts";

vi.stubGlobal("requestAnimationFrame", () => 0);

describe("a run that was opened again", () => {
  it("has the numbers, lanes and marks it was saved with, at rest and without a worker", async () => {
    const { store, series } = finishedRun("lanes=batch-norm,layer-norm", [3, NaN, 5]);
    const text = printRunFile(store.getState(), series, "", new Date(0)) ?? "";
    const file = await openFile(fileOf("run.json", text));
    if (file.kind !== "run") throw new Error(JSON.stringify(file));
    const { session } = recordedSession(file.run);
    const { phase, step, lanes, marks, turns } = session.store.getState();
    const was = store.getState();
    expect({ phase, step, lanes, marks, turns }).toEqual({
      phase: "finished",
      step: 3,
      lanes: was.lanes,
      marks: was.marks,
      turns: was.turns,
    });
    for (const column of series.table("steps").columns.keys())
      expect(session.series.table("steps").values(column).slice(0, 3)).toEqual(
        series.table("steps").values(column).slice(0, 3),
      );
  });
});

describe("series to take home", () => {
  it("are grouped by what they are, and come back by place and measure", () => {
    const { store, series } = finishedRun("lanes=batch-norm,layer-norm", [3, 4]);
    const state = store.getState();
    const choices = csvChoices(state);
    expect(choices.map(({ label }) => label)).toEqual([
      "Loss in training",
      "Distance, as in the paper, at every place",
    ]);
    const looks = laneLooks(state.experiment, catalogue);
    const [, distances] = choices;
    if (!distances) throw new Error("there are distances");
    const chart = csvChart(distances, state, series, looks);
    const text = printSeriesCsv(chart, { source: "computed live", facts: [] });
    const [read] = readCsvFile(text, "a.csv").charts;
    expect(read).toMatchObject({
      place: "encoder final",
      measure: "Distance, as in the paper: σ²",
    });
    expect(read?.series.map(({ label, values }) => [label, values])).toEqual([
      ["BN", [4, 5]],
      ["LN", [6, 7]],
    ]);
  });
});
