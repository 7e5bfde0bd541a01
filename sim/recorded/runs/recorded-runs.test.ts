import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../catalogue.ts";
import { keptEvery, recordedText } from "../../cli/recorded-run.ts";
import { entry } from "../../contract/catalogue.ts";
import type { RecordedRun } from "../../contract/recorded-run.ts";
import { settingsOf } from "../../contract/settings.ts";
import { nameLanes } from "../../train/name-lanes.ts";

const MOST_KILOBYTES = 60;

const folder = import.meta.dirname;
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));

it("there is one of the experiment that the page opens with", () => {
  expect(names).toContain(`${catalogue.presets[0]?.id}.json`);
});

describe.each(names)("the recorded run %s", (name) => {
  const text = readFileSync(`${folder}/${name}`, "utf8");
  const run: RecordedRun = JSON.parse(text);
  const { experiment } = entry(catalogue.presets, run.preset);

  it("is of the preset as it is today", () => {
    expect(`${run.preset}.json`).toBe(name);
    expect(run.lanes.map(({ id }) => id)).toEqual(nameLanes(experiment.lanes));
    expect(run).toMatchObject({ steps: experiment.steps, seed: experiment.seed });
    // A setting that came later must still be where it began.
    const others = settingsOf(experiment, catalogue).filter(
      ({ key, value, spec }) => (run.settings[key] ?? spec.initial) !== value,
    );
    expect(others.map(({ key }) => key)).toEqual([]);
  });

  it("has every step that it says it keeps, and every evaluation", () => {
    const every = keptEvery(run.steps);
    const { steps, "held-out": heldOut } = run.tables;
    const multiples = (of: number) =>
      Array.from({ length: Math.floor(run.steps / of) }, (_, i) => of * (i + 1));
    expect(steps.steps).toEqual(multiples(every));
    expect(heldOut.steps).toEqual(multiples(experiment.evaluateEvery));
    for (const { columns, steps: rows, values } of Object.values(run.tables)) {
      expect(values).toHaveLength(columns.length);
      for (const column of values) expect(column).toHaveLength(rows.length);
    }
  });

  it("names a day, a command and a commit without changes, and is written by our own hand", () => {
    expect(run.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(run.commit).toMatch(/^[0-9a-f]{10}$/);
    expect(run.command).toBe(`npm run record -- --runs ${run.preset}`);
    expect(recordedText(run)).toBe(text);
  });

  it("is light enough to open a page with", () => {
    expect(gzipSync(text).length / 1000).toBeLessThan(MOST_KILOBYTES);
  });
});
