import { resolve, sep } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { NormaliserDefinition } from "../contract/normaliser.ts";
import { initialValues } from "../contract/params.ts";
import { Random } from "../contract/random.ts";
import { runSite } from "../golden/run-site.ts";
import type { SiteRun } from "../golden/run-site.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import powerNormPlain from "./power-norm-plain.ts";
import powerNorm from "./power-norm.ts";

const SHAPE = [8, 16, 8];
const LIMIT = 20;

beforeAll(async () => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
  await openDevice("wasm");
});

/** Γ and |ν| of every step, as the definition reads them, on normal batches of the amplitudes given. */
async function stability(
  method: NormaliserDefinition,
  amplitudes: readonly number[],
  warmUp = 0,
): Promise<{ gamma: number[]; nu: number[] }> {
  const random = new Random("stability");
  const draw = (scale: number) =>
    Float32Array.from({ length: 8 * 16 * 8 }, () => scale * random.normal());
  const read = (id: string, values: Float32Array | undefined): number =>
    method.metrics?.find((metric) => metric.id === id)?.read(values ?? new Float32Array(0)) ??
    Number.NaN;
  const [gamma, nu]: [number[], number[]] = [[], []];
  let memory: SiteRun["memory"] = {
    phi: new Float32Array(8).fill(1),
    emaGz: new Float32Array(8),
  };
  for (const [index, amplitude] of amplitudes.entries()) {
    const x = draw(amplitude);
    const result = await runSite({
      normaliser: method,
      params: initialValues(method.params),
      layout: "sequence",
      heads: 2,
      mode: "train",
      clock: { step: index + 1, steps: amplitudes.length, warmUp, alpha: 0.9 },
      x: { values: x, shape: SHAPE },
      // A gradient that leans on x, so that there is something for ν to estimate.
      gy: { values: x.map((value) => value / amplitude + random.normal()), shape: SHAPE },
      mask: null,
      weights: { gain: new Float32Array(8).fill(1), bias: new Float32Array(8) },
      memory,
    });
    memory = result.memory;
    gamma.push(read("power-gamma", result.readings["power-gamma"]));
    nu.push(read("power-nu", result.readings["power-nu"]));
  }
  return { gamma, nu };
}

/** Every tenth batch is as many times as large. */
function outliers(times: number): number[] {
  return Array.from({ length: 60 }, (_, i) => (i % 10 === 9 ? times : 1));
}

test("batches of ten times the amplitude drive Γ over its limit and ν with it, without group scaling", async () => {
  const calm = await stability(powerNormPlain, outliers(1));
  const wild = await stability(powerNormPlain, outliers(10));
  expect(Math.max(...calm.gamma)).toBeLessThan(3);
  expect(Math.max(...wild.gamma)).toBeGreaterThan(LIMIT);
  expect(Math.max(...wild.nu)).toBeGreaterThan(3 * Math.max(...calm.nu));
});

test("group scaling takes an amplitude out, and Γ stays near one", async () => {
  const { gamma } = await stability(powerNorm, outliers(10));
  expect(Math.max(...gamma)).toBeLessThan(3);
});

test("while it warms up it divides by the batch’s own ψ², so that Γ is one", async () => {
  const { gamma } = await stability(powerNormPlain, outliers(10), 60);
  for (const value of gamma) expect(value).toBeCloseTo(1, 3);
});

test("the line that Γ must not cross follows α", () => {
  const limit = powerNorm.metrics?.find(({ id }) => id === "power-gamma")?.limit;
  expect(limit?.at(0.9)).toBeCloseTo(LIMIT, 9);
  expect(limit?.at(0.99)).toBeCloseTo(200, 9);
});
