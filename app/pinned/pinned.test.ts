import { describe, expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { parseExperiment } from "../../sim/contract/parse-experiment.ts";
import { opened, ready, report } from "../session/house.fixture.ts";
import { differenceWords } from "./difference-words.ts";
import { fitsBehind, pinRun } from "./pinned.ts";

function experimentOf(query: string) {
  return parseExperiment(new URLSearchParams(query), catalogue).experiment;
}

describe("a pinned run", () => {
  it("stays as it was when the run goes on, and when another begins", () => {
    const { session, state, port, letGo } = opened();
    port().say(ready(1));
    for (const step of [1, 2, 3]) port().say(report(1, step));
    pinRun(session);
    port().say(report(1, 4));
    session.reset();
    const { pinned } = state();
    const table = pinned?.tables.steps;
    expect(pinned?.step).toBe(3);
    expect(Array.from(table?.steps.subarray(0, table.length) ?? [])).toEqual([1, 2, 3]);
    expect(Array.from(table?.values(0).subarray(0, 3) ?? [])).toEqual([0.5, 1, 1.5]);
    expect(session.series.table("steps").length).toBe(0);
    letGo();
  });

  it("is drawn only behind a run of the same task and model", () => {
    const first = experimentOf("");
    expect(fitsBehind(first, experimentOf("learningRate=0.1&lanes=batch-norm"))).toBe(true);
    expect(fitsBehind(first, experimentOf("preset=language-model"))).toBe(false);
  });
});

describe("what one experiment has that another has not", () => {
  const words = (query: string, other = "") =>
    differenceWords(experimentOf(query), experimentOf(other), catalogue);

  it("is said setting by setting", () => {
    expect(words("learningRate=0.003&seed=2")).toEqual(["seed 2", "learning rate 0.003"]);
    expect(words("gradientStatistics=false")).toEqual(["without gradient statistics"]);
    expect(words("")).toEqual([]);
  });

  it("names lanes and tasks, and no setting of a lane that is another’s", () => {
    expect(words("lanes=batch-norm,layer-norm")).toEqual(["lanes BN, LN"]);
    expect(words("preset=language-model")[0]).toBe("language modelling");
  });
});
