import { expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { methodFits } from "./method-fits.ts";

it("asks every model, those on the page first and as they are set there", () => {
  const [preset] = catalogue.presets;
  const here = preset?.experiment.tasks[0]?.model;
  if (!preset || !here) throw new Error("the catalogue has no preset");
  const asked: unknown[] = [];
  const suits = (traits: unknown): true | string => {
    asked.push(traits);
    return asked.length === 1 ? true : "it must not";
  };
  const fits = methodFits(
    { suits, axes: { image: [], sequence: [] } },
    preset.experiment,
    catalogue,
  );
  expect(asked).toHaveLength(catalogue.models.length);
  expect(fits[0]?.isHere).toBe(true);
  expect(fits.map(({ reason }) => reason)).toContain("it must not");
});
