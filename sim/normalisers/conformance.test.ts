import { resolve, sep } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import type { Mode, SiteShape } from "../contract/net.ts";
import type { NormaliserDefinition } from "../contract/normaliser.ts";
import { initialValues } from "../contract/params.ts";
import { Random } from "../contract/random.ts";
import { runSite } from "../golden/run-site.ts";
import type { SiteResult, SiteRun } from "../golden/run-site.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { liveTensors } from "../tensor/engine.ts";
import { drawWeight } from "../train/weights.ts";
import toy from "./toy.fixture.ts";

/** Every method of the catalogue that stands at a site; and a toy, to show that a new file is picked up. */
const methods = [...catalogue.normalisers, toy].filter((method) => "normalise" in method);

const LAYOUTS = ["image", "sequence"] as const;
type Layout = SiteShape["layout"];
const SHAPES = { image: [3, 3, 2, 4], sequence: [3, 4, 4] } as const;

const places = methods.flatMap((method) =>
  LAYOUTS.filter((layout) => suits(method, layout)).map((layout) => ({
    id: method.id,
    method,
    layout,
  })),
);

function suits(method: NormaliserDefinition, layout: Layout): boolean {
  const placement = layout === "image" ? "convolution" : "pre-norm";
  return method.suits({ layout, placement, causal: false }) === true;
}

beforeAll(async () => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
  await openDevice("wasm");
});

function numbers(name: string, count: number, of: (random: Random) => number = (r) => r.normal()) {
  const random = new Random(name);
  return Array.from({ length: count }, () => of(random));
}

/** The method on ordinary input, at the start of training but past warm-up, with its drawn weights. */
function run(method: NormaliserDefinition, layout: Layout, x?: readonly number[]): SiteRun {
  const shape = SHAPES[layout];
  const size = shape.reduce((product: number, n) => product * n, 1);
  const site: SiteShape = { channels: 4, layout, heads: 2 };
  const params = initialValues(method.params);
  const weights = Object.entries(method.weights?.(site, params) ?? {});
  const memory = Object.entries(method.memory?.(site, params) ?? {});
  return {
    normaliser: method,
    params,
    layout,
    heads: 2,
    mode: "train",
    clock: { step: 5, steps: 10, warmUp: 0, alpha: 0.9 },
    x: { values: x ?? numbers("x", size).map((value, i) => value * 1.5 + (i % 4)), shape },
    gy: { values: numbers("gy", size), shape },
    mask: null,
    weights: Object.fromEntries(
      weights.map(([name, spec]) => [name, drawWeight(new Random("weights"), name, spec)]),
    ),
    memory: Object.fromEntries(
      memory.map(([name, { shape, initial }]) => [
        name,
        new Float32Array(shape.reduce((product, n) => product * n, 1)).fill(initial + 0.5),
      ]),
    ),
  };
}

function everyNumber({ y, gx, weightGradients, memory }: SiteResult): number[] {
  return [
    ...y,
    ...gx,
    ...Object.values(weightGradients).flatMap((v) => [...v]),
    ...Object.values(memory).flatMap((v) => [...v]),
  ];
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce(
    (largest, value, i) => Math.max(largest, Math.abs(value - (b[i] ?? Number.NaN))),
    0,
  );
}

describe.each(places)("$id on $layout", ({ method, layout }) => {
  test("keeps the shape, gives the same answer twice, and leaks nothing", async () => {
    const once = await runSite(run(method, layout));
    const before = liveTensors();
    const twice = await runSite(run(method, layout));
    expect(liveTensors()).toBe(before);
    expect(once.y.length).toBe(SHAPES[layout].reduce((product: number, n) => product * n, 1));
    expect(everyNumber(twice)).toEqual(everyNumber(once));
  });

  test("stays finite on heavy tails and on constant input", async () => {
    const size = SHAPES[layout].reduce((product: number, n) => product * n, 1);
    const heavy = numbers(
      "heavy",
      size,
      (random) => Math.tan(Math.PI * (random.uniform() - 0.5)) * 100,
    );
    for (const x of [heavy, Array<number>(size).fill(3), Array<number>(size).fill(0)])
      for (const mode of ["train", "evaluate", "evaluate-on-batch"] as const)
        expect(
          everyNumber(await runSite({ ...run(method, layout, x), mode })).every(Number.isFinite),
        ).toBe(true);
  });

  test("leaves its memory alone when it is evaluated", async () => {
    const start = run(method, layout);
    for (const mode of ["evaluate", "evaluate-on-batch"] as const) {
      const { memory } = await runSite({ ...start, mode });
      for (const [name, values] of Object.entries(start.memory))
        expect(Array.from(memory[name] ?? [])).toEqual(Array.from(values));
    }
  });
});

const CHANGES = {
  shift: (value: number) => value + 5,
  scale: (value: number) => value * 3,
} as const;

const invariant = places.flatMap((place) =>
  place.method.invariances.map((change) => ({ ...place, change })),
);

test.each(invariant)(
  "$id on $layout does not see a $change",
  async ({ method, layout, change }) => {
    const start = run(method, layout);
    const values = Array.from(start.x.values, CHANGES[change]);
    const [plain, changed] = [
      await runSite(start),
      await runSite({ ...start, x: { ...start.x, values } }),
    ];
    expect(largestDifference(changed.y, plain.y)).toBeLessThan(2e-3);
  },
);

const exact = places.filter(({ method }) => method.gradient === "exact");

describe.each(exact)("$id on $layout, with an exact gradient", ({ method, layout }) => {
  test("agrees with finite differences", async () => {
    const start = run(method, layout);
    const { gx } = await runSite(start);
    const step = 1e-2;
    for (const index of [0, 7, gx.length - 1]) {
      const moved = async (by: number): Promise<number> => {
        const values = Array.from(start.x.values, (value, i) => (i === index ? value + by : value));
        return objective({ ...start, x: { ...start.x, values } });
      };
      const numeric = ((await moved(step)) - (await moved(-step))) / (2 * step);
      expect(Math.abs((gx[index] ?? Number.NaN) - numeric)).toBeLessThan(
        0.03 * Math.max(1, Math.abs(numeric)),
      );
    }
  });
});

/** Σ gy·y and whatever the method fines, as plain numbers. */
async function objective(run: SiteRun): Promise<number> {
  const { y, penalty } = await runSite(run);
  return y.reduce((sum, value, i) => sum + value * (run.gy.values[i] ?? 0), penalty);
}

describe.each(places.filter(({ layout }) => layout === "sequence"))(
  "$id with padding",
  ({ method }) => {
    test("lets no padded position influence a real one", async () => {
      const start = run(method, "sequence");
      const mask = { values: [1, 1, 1, 1, 1, 1, 0, 0, 1, 0, 0, 0], shape: [3, 4, 1] };
      const real = (index: number): boolean => mask.values[Math.floor(index / 4)] === 1;
      const gy = {
        ...start.gy,
        values: Array.from(start.gy.values, (value, i) => (real(i) ? value : 0)),
      };
      const quiet = { ...start, mask, gy };
      const loud = {
        ...quiet,
        x: {
          ...start.x,
          values: Array.from(start.x.values, (value, i) => (real(i) ? value : 1e3)),
        },
      };
      for (const mode of ["train", "evaluate-on-batch"] as const satisfies readonly Mode[]) {
        const [a, b] = [await runSite({ ...quiet, mode }), await runSite({ ...loud, mode })];
        const kept = (values: Float32Array): number[] => [...values].filter((_, i) => real(i));
        expect(largestDifference(kept(b.y), kept(a.y))).toBeLessThan(1e-4);
        expect(largestDifference(kept(b.gx), kept(a.gx))).toBeLessThan(1e-4);
      }
    });
  },
);

test("the toy of the contributing guide is among those tested", () => {
  expect(places.map(({ id }) => id)).toContain("toy");
});
