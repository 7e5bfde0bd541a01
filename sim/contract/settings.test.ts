import { describe, expect, it } from "vitest";
import { catalogue } from "../catalogue.ts";
import { RUN } from "./experiment.ts";
import type { ParamSpec } from "./params.ts";
import { TRAINING } from "./training.ts";

const { normalisers, models, workloads } = catalogue;
const specs: readonly (readonly [string, ParamSpec])[] = [
  { id: "run", params: RUN },
  { id: "training", params: TRAINING },
  ...[...normalisers, ...models, ...workloads],
].flatMap(({ id, params }) =>
  Object.entries(params).map(([name, spec]) => [`${id}.${name}`, spec] as const),
);

describe.each(specs)("the setting %s", (key, spec) => {
  it("is said in a sentence, beside a word that differs from it", () => {
    expect(spec.about).toMatch(/^[A-ZΑ-Ωa-zε].*[.]$/u);
    expect(spec.about.split(" ").length).toBeGreaterThan(3);
    expect(spec.label).not.toBe("");
  });

  it("has a unit where it counts things", () => {
    const counts = spec.kind === "range" && spec.step >= 1 && key !== "run.seed";
    if (counts) expect(spec.unit ?? "").not.toBe("");
  });
});
