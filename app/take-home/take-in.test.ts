import { describe, expect, it } from "vitest";
import { table } from "../../sim/data/own/made-files.fixture.ts";
import type { OwnFile } from "../../sim/contract/own-data.ts";
import { fileOf, finishedRun } from "./files.fixture.ts";
import { printExperimentFile } from "./experiment-file.ts";
import { takeIn } from "./take-in.ts";

const { store: saved } = finishedRun("preset=small-batches&seed=9", []);
const experiment = printExperimentFile(saved.getState(), "https://example.org/", new Date(0));

async function taken(files: readonly OwnFile[]) {
  const { store } = finishedRun("", [1, 2]);
  const others: string[] = [];
  await takeIn(files, store, (rest) => others.push(...rest.map(({ path }) => path)));
  return { store, others, opened: store.getState().opened.map(({ name, kind }) => [name, kind]) };
}

describe("files that are dropped", () => {
  it("are opened where they are ours, and the rest goes on to the learner’s own data", async () => {
    const files = [fileOf("a.json", experiment), fileOf("pairs.tsv", table(20))];
    const { others, opened } = await taken(files);
    expect(opened).toEqual([["a.json", "experiment"]]);
    expect(others).toEqual(["pairs.tsv"]);
  });

  it("change nothing of the run that is going", async () => {
    const { store } = await taken([fileOf("a.json", experiment), fileOf("b.json", "{")]);
    const { opened, phase, step, experiment: running } = store.getState();
    expect(opened.map(({ kind }) => kind)).toEqual(["experiment", "refused"]);
    expect([phase, step, running.seed]).toEqual(["finished", 2, 1]);
  });

  it("are a folder of somebody’s data where there are many", async () => {
    const many = Array.from({ length: 20 }, (_, i) => fileOf(`${i}.json`, experiment));
    const { others, opened } = await taken(many);
    expect([others.length, opened.length]).toEqual([20, 0]);
  });

  it("take the place of one of the same name that is open", async () => {
    const { store } = await taken([fileOf("a.json", "{")]);
    await takeIn([fileOf("a.json", experiment)], store, () => undefined);
    expect(store.getState().opened.map(({ kind }) => kind)).toEqual(["experiment"]);
  });
});
