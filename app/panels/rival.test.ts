import { describe, expect, it } from "vitest";
import { catalogue } from "../../sim/catalogue.ts";
import { parseExperiment } from "../../sim/contract/parse-experiment.ts";
import { withRival } from "./rival.ts";

function compared(lanes: string, position: number): string[] | null {
  const { experiment } = parseExperiment(new URLSearchParams(`lanes=${lanes}`), catalogue);
  const after = withRival(experiment, position, "power-norm", catalogue);
  return after && after.lanes.map(({ normaliser }) => normaliser.id);
}

describe("a lane that diverged", () => {
  it("is compared with PN in a new lane", () => {
    expect(compared("batch-norm", 0)).toEqual(["batch-norm", "power-norm"]);
  });

  it("gives its place to PN where all four are taken", () => {
    expect(compared("layer-norm,batch-norm,rms-norm,none", 1)).toEqual([
      "layer-norm",
      "power-norm",
      "rms-norm",
      "none",
    ]);
  });

  it("is not compared with PN twice, nor with itself", () => {
    expect(compared("batch-norm,power-norm", 0)).toBeNull();
    expect(compared("power-norm", 0)).toBeNull();
  });

  it("may be gone before the button is pressed", () => {
    expect(compared("batch-norm", 3)).toBeNull();
  });
});
