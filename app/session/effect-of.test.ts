import { describe, expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { settingsOf } from "../../sim/contract/settings.ts";
import { effectOf } from "./effect-of.ts";

const [preset] = catalogue.presets;
if (!preset) throw new Error("the catalogue has no preset");
const { experiment } = preset;

describe("the effect of a change", () => {
  it.each(settingsOf(experiment, catalogue).map((setting) => [setting.key, setting] as const))(
    "is what the spec of %s says",
    (_, setting) => {
      const { spec, value } = setting;
      const others =
        spec.kind === "choice"
          ? [...spec.options]
          : spec.kind === "toggle"
            ? [true, false]
            : [spec.min, spec.max];
      const other = others.find((candidate) => candidate !== value) ?? value;
      const expected = other === value ? "none" : spec.effect;
      expect(effectOf(experiment, setting.with(other), catalogue)).toBe(expected);
    },
  );

  it("is none for a copy", () => {
    expect(effectOf(experiment, structuredClone(experiment), catalogue)).toBe("none");
  });

  it("is a restart when something else is done while it runs", () => {
    const interventions = [{ kind: "freeze", from: 5, to: 9 }] as const;
    expect(effectOf(experiment, { ...experiment, interventions }, catalogue)).toBe("restart");
  });

  it("is a restart when a lane goes", () => {
    const fewer = { ...experiment, lanes: experiment.lanes.slice(1) };
    expect(effectOf(experiment, fewer, catalogue)).toBe("restart");
  });
});
