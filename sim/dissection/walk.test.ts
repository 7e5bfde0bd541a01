import { resolve, sep } from "node:path";
import { beforeAll, describe, expect, it, test } from "vitest";
import { STAGES } from "../contract/dissection.ts";
import type { Dissection } from "../contract/dissection.ts";
import { num, worth } from "../contract/equation.ts";
import type { Equation } from "../contract/equation.ts";
import { prepareDevices } from "../tensor/device.ts";
import { dissected } from "../worker/dissected.fixture.ts";
import type { Wanted } from "../worker/dissected.fixture.ts";
import { gradientTerms } from "./gradient-terms.ts";
import { at, lookAt } from "./look.ts";
import { stageOf } from "./walk.ts";

beforeAll(() => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
});

/** On one device: of the largest number of the same kind, since differences of float32 cancel. */
const TOLERANCE = 1e-6;

const WALKED: readonly (readonly [string, Wanted])[] = [
  ["BN", { method: "batch-norm", step: 7 }],
  [
    "BN with a biased memory",
    { method: "batch-norm", step: 7, settings: "lane1.runningVariance=biased" },
  ],
  ["BN on pictures", { method: "batch-norm", step: 4, on: "pictures" }],
  ["PN-V", { method: "power-norm-v", step: 7 }],
  ["PN in warm-up", { method: "power-norm", step: 3 }],
  ["PN at the last step of warm-up", { method: "power-norm", step: 5 }],
  ["PN after warm-up", { method: "power-norm", step: 9 }],
  [
    "PN as in Algorithm 2",
    { method: "power-norm", step: 9, settings: "lane1.backwardDivisor=running" },
  ],
  ["PN on pictures", { method: "power-norm", step: 7, on: "pictures" }],
  ["PN without group scaling", { method: "power-norm-plain", step: 7 }],
  ["LN", { method: "layer-norm", step: 7 }],
  [
    "LN over whole pictures",
    { method: "layer-norm", step: 4, on: "pictures", settings: "lane1.over=sample" },
  ],
  ["RMSNorm", { method: "rms-norm", step: 7 }],
];

/** The largest number of the kind that an equation gives, over what the network computed. */
function scaleOf({ name }: Equation, { x, normalised, y, gradient }: Dissection): number {
  const blocks: Readonly<Record<string, Float32Array | null>> = {
    x: normalised,
    y,
    "∂L/∂x": gradient,
  };
  const block = blocks[name.letter];
  if (block) return block.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return x.reduce((most, value) => Math.max(most, value ** 2), 1);
}

describe.each(WALKED)("%s", (_, wanted) => {
  it("is worked out to what the network computed, in every channel and at several rows", async () => {
    const dissection = await dissected(wanted);
    const channels = dissection.shape.at(-1) ?? 0;
    const checked = new Set<string>();
    for (let channel = 0; channel < channels; channel++)
      for (const row of [0, 5, 11]) {
        const look = lookAt(dissection, channel, row);
        for (const id of STAGES)
          for (const equation of stageOf(id, look, "it").equations) {
            const worked = worth(equation.from);
            expect(worked).toSatisfy(Number.isFinite);
            const { network } = equation;
            if (network === null) continue;
            checked.add(`${id} ${equation.name.letter}`);
            const off = Math.abs(worked - network) / scaleOf(equation, dissection);
            expect(off, `${equation.words}: ${worked}, the network has ${network}`).toBeLessThan(
              TOLERANCE,
            );
          }
      }
    const all = [
      "statistics µ",
      "statistics σ",
      "statistics ψ",
      "distance distance",
      "normalise x",
      "scale y",
      "backward ∂L/∂x",
    ];
    expect([...checked]).toEqual(expect.arrayContaining(all));
  });
});

test("what PN leaves out is the batch's own g less ν, along x̂", async () => {
  const look = lookAt(await dissected({ method: "power-norm", step: 4 }), 3, 2);
  const { equations } = stageOf("backward", look, "PN");
  const ahead = stageOf("normalise", look, "PN").equations;
  const value = (letter: string, below?: string): number => {
    const found = [...equations, ...ahead].find(
      ({ name }) => name.letter === letter && (below === undefined || name.below === below),
    );
    if (!found) throw new Error(`no equation for ${letter}`);
    return worth(found.from);
  };
  const root = Math.sqrt(value("ψ", "u") + 1e-5);
  const leftOut = ((value("ν") - value("g", "ψ²")) * value("x")) / root;
  expect(value("left out")).toBeCloseTo(leftOut, 9);
  expect(value("left out")).not.toBe(0);
});

test("the terms of an exact way back come to what goes on, and PN says how much it leaves out", async () => {
  for (const method of ["batch-norm", "power-norm-v", "layer-norm"]) {
    const look = lookAt(await dissected({ method, step: 6 }), 2, 3);
    const { equations, note } = stageOf("backward", look, method);
    const sum = gradientTerms(equations).reduce((all, { value }) => all + value, 0);
    expect(sum).toBeCloseTo(worth(equations.at(-1)?.from ?? num(Number.NaN)), 12);
    expect(note).toBeUndefined();
  }
  const look = lookAt(await dissected({ method: "power-norm", step: 6 }), 2, 3);
  expect(stageOf("backward", look, "PN").note).toMatch(/ \d+ % as long as the exact gradient\.$/u);
});

test("a method without a walk is shown as the network computed it, and a sentence says so", async () => {
  for (const method of ["switchable-norm", "dynamic-tanh", "none"]) {
    const look = lookAt(await dissected({ method, step: 2 }), 0, 0);
    for (const id of STAGES) expect(stageOf(id, look, method).sentence).toMatch(/^[A-Zµ].*\.$/u);
    expect(stageOf("normalise", look, method).equations).toEqual([]);
    expect(stageOf("remember", look, method).equations).toHaveLength(3);
  }
});

test("what was done by hand in a step is said, and nothing is worked out that did not happen", async () => {
  for (const method of ["batch-norm", "power-norm"]) {
    const frozen = await dissected({ method, step: 4, settings: "do=freeze@4" });
    expect(frozen.memoryAfter).toEqual(frozen.memoryBefore);
    expect(frozen.runningAfter).toEqual(frozen.runningBefore);
    const look = lookAt(frozen, 0, 0);
    expect(stageOf("remember", look, method)).toMatchObject({ equations: [] });
    for (const { from, network } of stageOf("backward", look, method).equations)
      expect(worth(from)).toBeCloseTo(network ?? worth(from), 6);
    const taken = lookAt(await dissected({ method, step: 4, settings: "do=evaluate@4" }), 0, 0);
    expect(stageOf("normalise", taken, method).sentence).toMatch(/^By hand, /u);
    expect(stageOf("scale", taken, method).equations).toHaveLength(1);
  }
});

test("padded rows are no rows, and a channel or row that is not there is brought in", async () => {
  const dissection = await dissected({ method: "batch-norm", step: 2 });
  const look = lookAt(dissection, 99, 10_000);
  const real = [...(dissection.mask ?? [])].filter((one) => one === 1).length;
  expect(look.rows).toHaveLength(real);
  expect(real).toBeLessThan(look.positions);
  expect(look.channel).toBe(look.channels - 1);
  expect(look.position).toBe(look.rows.at(-1));
  expect(at(dissection.x, look)).toSatisfy(Number.isFinite);
});
