import { expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { INTERVENTION_KINDS } from "../../sim/contract/interventions.ts";
import type { InterventionKind } from "../../sim/contract/interventions.ts";
import { parseExperiment } from "../../sim/contract/parse-experiment.ts";
import { aboutWords, handsOf, verbFor, whyNot } from "./intervention-offer-words.ts";
import { doneWords, stepsWords } from "./intervention-words.ts";

function hands(query: string) {
  return handsOf(parseExperiment(new URLSearchParams(query), catalogue).experiment, catalogue);
}

const NOW = { phase: "running", room: 16, made: 0 } as const;
const reasons = (query: string): Partial<Record<InterventionKind, string>> =>
  Object.fromEntries(
    INTERVENTION_KINDS.flatMap((kind) => {
      const reason = whyNot(kind, hands(query), NOW);
      return reason === null ? [] : [[kind, reason]];
    }),
  );

it("offers all of them where data have topics and a lane remembers, in words of the data", () => {
  expect(reasons("")).toEqual({});
  expect(hands("workload=images")).toMatchObject({ theme: "class", items: "images", room: 64 });
  expect(verbFor("topic", hands("preset=paper-figure-2"))).toBe("Keep to one class or topic");
});

it("gives the reason where one can do nothing", () => {
  expect(Object.keys(reasons("workload=own-language"))).toEqual(["topic"]);
  expect(Object.keys(reasons("lanes=layer-norm,none"))).toEqual(["evaluate"]);
  expect(Object.keys(reasons("translation.tokensPerBatch=16"))).toEqual(["shrink"]);
  const few = { ...NOW, phase: "finished" } as const;
  expect(whyNot("freeze", hands(""), few)).toBe("The run is over; Reset begins it again.");
  expect(whyNot("freeze", hands(""), { ...NOW, made: 16 })).toContain("at most 16");
});

it("names the lanes that evaluation mode does not change", () => {
  const query = "lanes=batch-norm,layer-norm,instance-norm";
  const words = aboutWords("evaluate", hands(query), ["BN", "LN", "IN"]);
  expect(words).toContain("LN and IN remember nothing");
  const one = aboutWords("evaluate", hands("lanes=batch-norm,layer-norm"), ["BN", "LN"]);
  expect(one).toContain("LN remembers nothing");
});

it("says what was done, and at which steps", () => {
  const names = hands("");
  expect(doneWords({ kind: "shrink", from: 3, to: 9, room: 16 }, names)).toBe("room for 16 tokens");
  expect(stepsWords({ kind: "freeze", from: 3, to: 9 })).toBe("steps 3 to 9");
  expect(stepsWords({ kind: "outlier", from: 3, to: 3, times: 10 })).toBe("step 3");
});
