import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue } from "../catalogue.ts";
import { readArguments } from "../cli/arguments.ts";
import { readSweepFile } from "../cli/read-sweep-file.ts";
import { sweepFile, sweepText } from "../cli/sweep-file.ts";
import { settingsOf } from "../contract/settings.ts";
import { findings } from "../findings.ts";

const folder = import.meta.dirname;
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));

describe.each(names)("the recorded sweep %s", (name) => {
  const path = `${folder}/${name}`;
  const file = readSweepFile(path);
  const options = readArguments(file.command.replace("npm run sweep -- ", "").split(" "));
  if (options.kind !== "sweep") throw new Error(`${name} was not made by a sweep`);

  it("is what its own command would write today: the preset has not changed since", () => {
    expect(`${options.preset.id}.json`).toBe(name);
    const { date, commit, version, engine, records, settings } = file;
    const today = sweepFile(options, { date, commit, version, engine }, records);
    expect({ ...today.settings, ...settings }).toEqual(today.settings);
    // A setting that came later must still be where it began.
    const later = settingsOf(options.experiment, catalogue).filter(
      ({ key }) => !(key in settings) && key in today.settings,
    );
    expect(later.filter(({ value, spec }) => value !== spec.initial)).toEqual([]);
    // Lanes, steps, seeds and command, and the table as its own numbers give it.
    expect(sweepText({ ...today, settings })).toBe(readFileSync(path, "utf8"));
  });

  it("has every lane of every seed, and is no part", () => {
    const made = file.records.map(({ seed, lane }) => `${seed} ${lane}`);
    const wanted = file.seeds.flatMap((seed) => file.lanes.map(({ id }) => `${seed} ${id}`));
    expect(made).toEqual(wanted);
    expect(file.seeds.length).toBeGreaterThanOrEqual(5);
    expect(file.shard).toBeNull();
  });

  it("names a day and a commit without changes", () => {
    expect(file.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(file.commit).toMatch(/^[0-9a-f]{10}$/);
  });
});

it("every finding is about a preset, and every preset has one", () => {
  const ids = catalogue.presets.map(({ id }) => id);
  expect(Object.keys(findings).toSorted()).toEqual(ids.toSorted());
});
