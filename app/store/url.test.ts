import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { MOST_LANES } from "../../sim/contract/experiment.ts";
import type { Experiment, Preset } from "../../sim/contract/experiment.ts";
import { misfit } from "../../sim/contract/parse-experiment.ts";
import { STAGES } from "../../sim/contract/dissection.ts";
import { STATISTICS } from "../../sim/contract/metric.ts";
import { initialValues, readParam } from "../../sim/contract/params.ts";
import type { ParamSpec } from "../../sim/contract/params.ts";
import { settingsOf } from "../../sim/contract/settings.ts";
import { BOX_VIEWS, CLOSER_VIEWS, SPEEDS, THEMES } from "./view-slice.ts";
import { VIEW_KEYS, printAddress, readAddress } from "./url.ts";
import type { Address } from "./url.ts";

/** Anything a control could set. */
function anyValue(spec: ParamSpec): fc.Arbitrary<number | string | boolean> {
  if (spec.kind === "toggle") return fc.boolean();
  if (spec.kind === "choice") return fc.constantFrom(...spec.options);
  return fc.double({ min: spec.min, max: spec.max, noNaN: true }).map((raw) => {
    const read = readParam("x", spec, raw);
    return read.ok ? read.value : spec.initial;
  });
}

function withSettings(experiment: Experiment): fc.Arbitrary<Experiment> {
  const settings = settingsOf(experiment, catalogue);
  return fc
    .tuple(...settings.map(({ spec }) => fc.option(anyValue(spec), { nil: undefined })))
    .map((values) =>
      values.reduce<Experiment>(
        (next, value, index) =>
          value === undefined ? next : (settingsOf(next, catalogue)[index]?.with(value) ?? next),
        experiment,
      ),
    );
}

function withLanes(preset: Preset): fc.Arbitrary<Experiment> {
  const places = preset.experiment.tasks.flatMap((task, index) =>
    catalogue.normalisers
      .filter((normaliser) => misfit(normaliser, task, catalogue) === null)
      .map(({ id, params }) => ({
        task: index,
        normaliser: { id, params: initialValues(params) },
      })),
  );
  const lanes = fc.array(fc.constantFrom(...places), { minLength: 1, maxLength: MOST_LANES });
  return fc
    .option(lanes, { nil: preset.experiment.lanes })
    .map((chosen) => ({ ...preset.experiment, lanes: chosen }));
}

/** A setting may leave a method without a place to stand; the page then takes its lane out. */
function everyLaneSuits({ lanes, tasks }: Experiment): boolean {
  return lanes.every(({ task, normaliser }) => {
    const method = entry(catalogue.normalisers, normaliser.id);
    return misfit(method, tasks[task], catalogue) === null;
  });
}

const methodMetrics = catalogue.normalisers.flatMap(({ metrics = [] }) =>
  metrics.map(({ id }) => id),
);

const anyAddress: fc.Arbitrary<Address> = fc.constantFrom(...catalogue.presets).chain((preset) =>
  fc.record({
    preset: fc.constant(preset),
    experiment: withLanes(preset).chain(withSettings).filter(everyLaneSuits),
    deviceRequest: fc.constantFrom("auto", "webgl", "wasm", "cpu"),
    engine: fc.constantFrom("fused", "composed"),
    site: fc.oneof(fc.constantFrom("first", "last", "encoder 1 attention"), fc.string()),
    metric: fc.constantFrom(...catalogue.metrics.map(({ id }) => id)),
    scale: fc.constantFrom("linear", "log"),
    floor: fc.boolean(),
    boxes: fc.constantFrom(null, ...BOX_VIEWS),
    boxScale: fc.constantFrom("linear", "log"),
    hidden: fc.uniqueArray(fc.stringMatching(/^[a-z0-9.-]+$/, { maxLength: 12 }), { maxLength: 4 }),
    batchStatistics: fc.boolean(),
    speed: fc.constantFrom(...SPEEDS),
    method: fc.constantFrom(null, ...catalogue.normalisers.map(({ id }) => id)),
    methodMetric: fc.constantFrom("", ...methodMetrics),
    methodPlace: fc.oneof(fc.constantFrom("first", "last"), fc.string()),
    methodScale: fc.constantFrom("linear", "log"),
    present: fc.boolean(),
    closer: fc.constantFrom(...CLOSER_VIEWS),
    closerStatistic: fc.constantFrom(...STATISTICS),
    closerLane: fc.constantFrom("", "batch-norm", "b.layer-norm"),
    zoom: fc.option(
      fc
        .tuple(fc.nat(9999), fc.integer({ min: 1, max: 9999 }))
        .map(([from, more]) => [from, from + more] as const),
    ),
    theme: fc.constantFrom(...THEMES),
    dissected: fc.constantFrom("", "batch-norm", "b.batch-norm"),
    channel: fc.integer({ min: 1, max: 4096 }),
    row: fc.integer({ min: 1, max: 1_000_000 }),
    stage: fc.constantFrom(...STAGES),
    complaints: fc.constant([]),
  }),
);

/** With every value written, also those that a lane leaves to its method. */
function speltOut(address: Address): Address {
  const experiment = settingsOf(address.experiment, catalogue).reduce((next, _, index) => {
    const setting = settingsOf(next, catalogue)[index];
    return setting ? setting.with(setting.value) : next;
  }, address.experiment);
  return { ...address, experiment };
}

describe("the address", () => {
  it("reads back exactly what it prints", () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        const back = readAddress(printAddress(address, catalogue), catalogue);
        expect(speltOut(back)).toEqual(speltOut(address));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it("is empty when nothing was changed", () => {
    expect(printAddress(readAddress("", catalogue), catalogue)).toBe("");
  });

  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webQueryParameters()), (query) => {
        expect(() => readAddress(query, catalogue)).not.toThrow();
      }),
      { numRuns: 500, seed: 2 },
    );
  });

  it("says what it ignored", () => {
    const { complaints, scale } = readAddress("scale=cubic&colour=red&seed=-4", catalogue);
    expect(scale).toBe("linear");
    expect(complaints.join("\n")).toContain("scale=cubic was ignored");
    expect(complaints.join("\n")).toContain("colour=red was ignored");
    expect(complaints.join("\n")).toContain("seed=-4 is outside");
  });

  it("stays calm before a link of absurd length", () => {
    const { complaints } = readAddress(
      `lanes=${"bn,".repeat(1e5)}&site=${"x".repeat(1e5)}`,
      catalogue,
    );
    expect(complaints.length).toBeLessThan(20);
    expect(complaints.join("").length).toBeLessThan(5000);
    const many = Array.from({ length: 300 }, (_, i) => `k${i}=1`).join("&");
    expect(readAddress(many, catalogue).complaints.at(-1)).toMatch(/more were ignored/);
  });

  it("has no key that a setting also has", () => {
    const keys = catalogue.presets.flatMap(({ experiment }) =>
      settingsOf(experiment, catalogue).map(({ key }) => key),
    );
    expect(keys.filter((key) => (VIEW_KEYS as readonly string[]).includes(key))).toEqual([]);
  });
});
