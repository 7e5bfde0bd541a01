import { expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { printExperiment } from "../../sim/contract/parse-experiment.ts";
import { settingsOf } from "../../sim/contract/settings.ts";
import { createPageStore } from "./store.ts";
import { readAddress } from "./url.ts";

it("takes out a lane whose method a setting leaves without a place, and says so", () => {
  const store = createPageStore(
    catalogue,
    readAddress("preset=paper-order&lanes=batch-norm,fixup", catalogue),
  );
  const { experiment, setExperiment } = store.getState();
  const normalisersNow = () => store.getState().experiment.lanes.map((lane) => lane.normaliser.id);
  const placement = settingsOf(experiment, catalogue).find(({ key }) => key.endsWith(".placement"));
  if (!placement) throw new Error("the first model has no placement");
  for (const value of ["pre-norm", "post-norm"]) setExperiment(placement.with(value));
  expect(normalisersNow()).toEqual(["batch-norm"]);
  expect(store.getState().complaints.join()).toContain("lane fixup was left out");
});

it("takes a model that can learn what is chosen, keeps the training, and leaves out who does not suit", () => {
  const store = createPageStore(
    catalogue,
    readAddress("lanes=layer-norm,instance-norm&learningRate=0.002&site=first", catalogue),
  );
  store.getState().chooseWorkload(0, "language");
  const { experiment, preset, complaints, site } = store.getState();
  expect(experiment.tasks[0]?.model.id).toBe("language-model");
  expect(experiment.tasks[0]?.training.learningRate).toBe(0.002);
  expect(experiment.lanes.map((lane) => lane.normaliser.id)).toEqual(["layer-norm"]);
  expect(complaints.join()).toContain("would read the future of a causal model");
  expect(site).toBe("last");
  const link = new URLSearchParams(printExperiment(experiment, preset, catalogue)).toString();
  expect(readAddress(link, catalogue).experiment).toEqual(experiment);
});
