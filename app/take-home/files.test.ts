import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { settingsOf } from "../../sim/contract/settings.ts";
import { printExperimentFile } from "./experiment-file.ts";
import { fileOf, finishedRun } from "./files.fixture.ts";
import { packed, unpacked } from "./gzip.ts";
import { isOurs, openFile } from "./open-file.ts";
import { printRunFile } from "./run-file.ts";

const NOW = new Date("2026-11-24T11:00:00Z");
const LINK = "https://example.org/?preset=paper-order";
const anyPreset = fc.constantFrom(...catalogue.presets.map(({ id }) => id));
const anyFloat = fc.float({ noDefaultInfinity: false, noNaN: false });

async function opened(path: string, text: BlobPart) {
  return openFile(fileOf(path, text));
}

async function refusal(path: string, text: BlobPart): Promise<string> {
  const file = await opened(path, text);
  return file.kind === "refused" ? file.sentence : `was read as ${file.kind}`;
}

describe("an experiment in a file", () => {
  it("is read back whole, whatever the preset and its settings", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyPreset,
        fc.integer({ min: 0, max: 999_999 }),
        fc.constantFrom("wasm", "cpu", "auto"),
        async (preset, seed, device) => {
          const { store } = finishedRun(`preset=${preset}&seed=${seed}&device=${device}`, []);
          const state = store.getState();
          const file = await opened("a.json", printExperimentFile(state, LINK, NOW));
          if (file.kind !== "experiment") throw new Error(JSON.stringify(file));
          const { address } = file.experiment;
          expect(address.complaints).toEqual([]);
          expect(address.experiment).toEqual(state.experiment);
          expect([address.preset.id, address.deviceRequest]).toEqual([preset, device]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("has what was done to it on the way, however much that was", async () => {
    const many = Array.from({ length: 12 }, (_, i) => `freeze@${100 * i + 1}-${100 * i + 50}`);
    const { store } = finishedRun(`do=${["outlier@1950x10", ...many].join(",")}`, []);
    const { experiment } = store.getState();
    const file = await opened("a.json", printExperimentFile(store.getState(), LINK, NOW));
    if (file.kind !== "experiment") throw new Error(JSON.stringify(file));
    expect(file.experiment.address.complaints).toEqual([]);
    expect(file.experiment.address.experiment).toEqual(experiment);
    expect(experiment.interventions.length).toBeGreaterThan(1);
  });

  it("says every setting, so that a preset that is changed later changes no file", () => {
    const { store } = finishedRun("preset=small-batches", []);
    const file = JSON.parse(printExperimentFile(store.getState(), LINK, NOW)) as {
      address: Record<string, unknown>;
    };
    const keys = settingsOf(store.getState().experiment, catalogue).map(({ key }) => key);
    expect(Object.keys(file.address)).toEqual(expect.arrayContaining(["preset", "lanes", ...keys]));
    expect(file.address["seed"]).toBe(1);
  });

  it("is judged by the address’s own validator, with its sentences", async () => {
    const { store } = finishedRun("", []);
    const text = printExperimentFile(store.getState(), LINK, NOW);
    const file = await opened("a.json", text.replace('"seed": 1', '"seed": -5'));
    if (file.kind !== "experiment") throw new Error(JSON.stringify(file));
    expect(file.experiment.address.complaints).toEqual(["seed=-5 is outside 0 to 999999; used 0."]);
  });
});

describe("a run in a file", () => {
  it("is read back whole and to the bit, gzipped or not", async () => {
    await fc.assert(
      fc.asyncProperty(anyPreset, fc.array(anyFloat, { maxLength: 40 }), async (preset, values) => {
        const { store, series } = finishedRun(`preset=${preset}`, values);
        const state = store.getState();
        const text = printRunFile(state, series, LINK, NOW);
        if (text === null) throw new Error("there is a run");
        const { blob, isPacked } = await packed(text);
        expect(isPacked).toBe(true);
        for (const bytes of [text, blob]) {
          const file = await opened("run.json.gz", bytes);
          if (file.kind !== "run") throw new Error(JSON.stringify(file));
          const { run } = file;
          expect(run.address.experiment).toEqual(state.experiment);
          const { device, lanes, turns, marks, diverged, translations, pairs, step } = state;
          expect(run).toMatchObject({ device, lanes, turns, marks, diverged, translations });
          expect(run).toMatchObject({ pairs, step });
          const table = series.table("steps");
          expect(run.tables.steps.steps).toEqual(table.steps.slice(0, table.length));
          run.tables.steps.values.forEach((column, i) => {
            expect(column).toEqual(table.values(i).slice(0, table.length));
          });
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("a file that is wrong", () => {
  const { store, series } = finishedRun("", [1, 2, 3]);
  const run = printRunFile(store.getState(), series, LINK, NOW) ?? "";
  const experiment = printExperimentFile(store.getState(), LINK, NOW);

  it("is refused with place, expected and found", async () => {
    const cases: [string, BlobPart, string][] = [
      ["a.json", "{", "a.json, line 1"],
      ["a.json", "", "expected an experiment, a run, a CSV or a recording"],
      ["a.json", "[1]", "expected an experiment, a run, a CSV or a recording"],
      ["a.json", '{"format": "other"}', "a.json, format: expected one of normscope experiment"],
      [
        "a.json",
        experiment.replace('"version": 1', '"version": 7'),
        "a.json, version: expected one of 1; found 7.",
      ],
      ["a.json", experiment.replace('"seed": 1', '"seed": NaN'), "a.json, line"],
      [
        "a.json",
        experiment.replace('"seed": 1', '"seed": [1]'),
        "a.json, address.seed: expected a number, a text, true or false; found a list of 1.",
      ],
      [
        "r.json",
        run.replace('"steps":[1,2,3]', '"steps":[1,3,2]'),
        "r.json, tables.steps.steps[2]: expected a step after 3; found 2.",
      ],
      [
        "r.json",
        run.replace('"steps":[1,2,3]', '"steps":[1,2,3,4]'),
        "r.json, tables.steps.values[0]: expected 4 float32 numbers in base64; found 12 bytes.",
      ],
      ["r.json", run.replace('"name":"wasm"', '"name":"abacus"'), "device.name: expected one of"],
      [
        "r.json",
        run.replaceAll('"normaliser":"batch-norm"', '"normaliser":"none"'),
        "r.json, lanes: expected the lanes of its address",
      ],
      [
        "r.json.gz",
        gzipSync(run).subarray(0, 300),
        "r.json.gz: expected a whole gzip file of UTF-8 text; found what breaks after",
      ],
      ["r.json", Uint8Array.of(0x7b, 0xff, 0xff), "r.json: expected text in UTF-8"],
    ];
    for (const [path, text, sentence] of cases)
      expect(await refusal(path, text), `${path}: ${sentence}`).toContain(sentence);
  });

  it("is refused where the browser cannot read it any more", async () => {
    const gone = {
      size: 10,
      slice: () => gone,
      arrayBuffer: () => Promise.reject(new Error("NotReadableError")),
    };
    expect(await isOurs({ path: "a.json", bytes: gone })).toBe(false);
    expect(await openFile({ path: "a.json", bytes: gone })).toMatchObject({
      sentence:
        "a.json: expected a file that can be read; found one that the browser could not read.",
    });
  });

  it("is let go of where it unpacks to more than any file of ours", async () => {
    const bomb = new Blob([gzipSync(Buffer.alloc(20 * 2 ** 20, " "))]);
    await expect(unpacked(bomb, "bomb.json.gz", 16 * 2 ** 20)).rejects.toThrow(
      "bomb.json.gz: expected at most 16 MB when unpacked; found more.",
    );
  });

  it("is never thrown over, whatever was changed in it", async () => {
    const anyChange = fc.assert(
      fc.asyncProperty(
        fc.constantFrom(run, experiment),
        fc.nat(),
        fc.string({ maxLength: 6 }),
        async (text, at, put) => {
          const place = at % text.length;
          const changed = text.slice(0, place) + put + text.slice(place + put.length);
          const file = await opened("changed.json", changed);
          return file.kind !== "refused" || /^changed\.json.*expected/.test(file.sentence);
        },
      ),
      { numRuns: 300 },
    );
    await expect(anyChange).resolves.toBeUndefined();
  });
});

describe("what is ours", () => {
  it("is known by what a file begins with, and a learner’s own data is left alone", async () => {
    const { store, series } = finishedRun("", [1]);
    const run = printRunFile(store.getState(), series, LINK, NOW) ?? "";
    const ours = [
      fileOf("renamed.txt", run),
      fileOf("run.json.gz", gzipSync(run)),
      fileOf("cut.json.gz", gzipSync(run).subarray(0, 120)),
      fileOf("broken.json", "{ not json"),
      fileOf("a.csv", "# Normscope series, version 9\n"),
    ];
    for (const file of ours) expect([file.path, await isOurs(file)]).toEqual([file.path, true]);
    const others = [
      fileOf("text.txt", "{ this is prose in braces }"),
      fileOf("pairs.tsv", "a\tb\n"),
      fileOf("train-images-idx3-ubyte.gz", gzipSync(Uint8Array.of(0, 0, 8, 3, 0, 0))),
      fileOf("empty.txt", ""),
      fileOf("data.csv", "1,2\n"),
    ];
    for (const file of others) expect([file.path, await isOurs(file)]).toEqual([file.path, false]);
  });
});
