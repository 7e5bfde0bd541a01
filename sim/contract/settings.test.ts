import { expect, it } from "vitest";
import { catalogue } from "../catalogue.ts";
import { RUN } from "./experiment.ts";
import type { ParamSpec } from "./params.ts";
import { TRAINING } from "./training.ts";

const { normalisers, models, workloads } = catalogue;
const specs: readonly (readonly [string, ParamSpec])[] = [
  { id: "run", params: RUN },
  { id: "training", params: TRAINING },
  ...normalisers,
  ...models,
  ...workloads,
].flatMap(({ id, params }) =>
  Object.entries(params).map(([name, spec]) => [`${id}.${name}`, spec] as const),
);

it.each(specs)(
  "the setting %s is said in a sentence, beside a word that differs from it",
  (_, spec) => {
    expect(spec.about).toMatch(/^\p{L}.*[.]$/u);
    expect(spec.about.split(" ").length).toBeGreaterThan(3);
    expect(spec.label).not.toBe("");
  },
);

it("has a unit where it counts things", () => {
  const counting = specs.filter(
    ([key, spec]) => spec.kind === "range" && spec.step >= 1 && key !== "run.seed",
  );
  const bare = counting.filter(([, spec]) => spec.kind === "range" && !spec.unit);
  expect(bare.map(([key]) => key)).toEqual([]);
});
