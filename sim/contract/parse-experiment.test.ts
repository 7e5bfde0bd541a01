import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import type { Experiment } from "./experiment.ts";
import { parseExperiment, printExperiment } from "./parse-experiment.ts";
import { settingsOf } from "./settings.ts";

const parse = (query: string) => parseExperiment(new URLSearchParams(query), catalogue);

test("nothing said is the first preset as it stands", () => {
  const { preset, experiment, ignored } = parse("");
  expect(preset.id).toBe("paper-order");
  expect(experiment).toEqual(preset.experiment);
  expect(ignored).toEqual([]);
  expect(printExperiment(experiment, preset, catalogue)).toEqual([]);
});

test("settings, lanes and presets are read by name", () => {
  const { experiment, ignored } = parse(
    "preset=ordinary-rate&seed=3&learningRate=0.02&lanes=batch-norm,layer-norm&translation.zipf=1.5",
  );
  expect(ignored).toEqual([]);
  expect(experiment.seed).toBe(3);
  expect(experiment.tasks[0]?.training.learningRate).toBe(0.02);
  expect(experiment.tasks[0]?.workload.params["zipf"]).toBe(1.5);
  expect(experiment.lanes.map(({ normaliser }) => normaliser.id)).toEqual([
    "batch-norm",
    "layer-norm",
  ]);
});

test("the second task's settings bear its letter", () => {
  const { experiment, ignored } = parse(
    "preset=paper-figure-2&b.learningRate=0.02&lanes=b.layer-norm",
  );
  expect(ignored).toEqual([]);
  expect(experiment.tasks[1]?.training.learningRate).toBe(0.02);
  expect(experiment.lanes).toEqual([
    { task: 1, normaliser: { id: "layer-norm", params: { over: "position" } } },
  ]);
});

test.each([
  ["seed=NaN", "seed=NaN was ignored"],
  ["seed=1e999", "seed=1e999 was ignored"],
  ["translation-transformer.width=-5", "translation-transformer.width=-5 is outside 8 to 256"],
  ["preset=nonsense", "preset=nonsense was ignored: expected one of paper-order"],
  ["lanes=batch-norm,magic-norm", "lane magic-norm was ignored"],
  ["lanes=none,none,none,none,none", "at most 4 lanes"],
  ["colour=red", "colour=red was ignored: there is no such setting here."],
  ["seed=1&seed=2", "seed is given twice"],
  ["model=res-net", "model=res-net was ignored"],
])("%s is answered with a sentence", (query, sentence) => {
  expect(parse(query).ignored.join("\n")).toContain(sentence);
});

test("another workload brings a model that can learn it", () => {
  const { experiment, ignored } = parse("workload=images&images.size=16");
  expect(ignored).toEqual([]);
  expect(experiment.tasks[0]?.model.id).toBe("res-net");
  expect(experiment.tasks[0]?.workload.params["size"]).toBe(16);
});

test("any words at all give an experiment, and never an error", () => {
  const key = fc.oneof(
    fc.constantFrom("preset", "lanes", "seed", "model", "b.model", "learningRate"),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.string())), (entries) => {
      const { experiment } = parseExperiment(entries, catalogue);
      expect(experiment.lanes.length).toBeGreaterThan(0);
    }),
  );
});

test("an experiment printed and parsed is the same experiment", () => {
  fc.assert(
    fc.property(anyExperiment(), ({ preset, experiment }) => {
      const words = printExperiment(experiment, preset, catalogue);
      const back = parseExperiment(words, catalogue);
      expect(back.ignored).toEqual([]);
      expect(values(back.experiment)).toEqual(values(experiment));
      expect(back.experiment.lanes.map(({ task }) => task)).toEqual(
        experiment.lanes.map(({ task }) => task),
      );
    }),
    { numRuns: 50 },
  );
});

/** A preset with some of its settings replaced by values that its sliders can reach. */
function anyExperiment() {
  return fc
    .tuple(
      fc.constantFrom(...catalogue.presets),
      fc.array(fc.tuple(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }))),
    )
    .map(([preset, changes]) => {
      let experiment = preset.experiment;
      for (const [which, share] of changes) {
        const settings = settingsOf(experiment, catalogue);
        const setting = settings[which % settings.length];
        if (!setting) continue;
        const { spec } = setting;
        if (spec.kind === "toggle") experiment = setting.with(share > 0.5);
        else if (spec.kind === "choice")
          experiment = setting.with(
            spec.options[Math.floor(share * (spec.options.length - 1))] ?? spec.initial,
          );
        else
          experiment = setting.with(
            Number(
              (
                spec.min +
                Math.round((share * (spec.max - spec.min)) / spec.step) * spec.step
              ).toPrecision(12),
            ),
          );
      }
      return { preset, experiment };
    });
}

function values(experiment: Experiment): Record<string, unknown> {
  return Object.fromEntries(
    settingsOf(experiment, catalogue).map(({ key, value }) => [key, value]),
  );
}
