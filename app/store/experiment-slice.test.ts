import { expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
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
