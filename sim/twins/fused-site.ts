import { siteBlocks, siteResult, siteTensors } from "../golden/run-site.ts";
import type { SiteRunner } from "../golden/run-site.ts";
import { Constants } from "../tensor/constants.ts";
import type { Tensor } from "../tensor/ops.ts";
import type { Engine } from "../plan/engine.ts";
import { fused } from "./fused-twin.ts";

/** Runs a normaliser at a site as a recording, replayed by our own programs. */
export function fusedSite(engine: Engine): SiteRunner {
  return async (run) => {
    const blocks = Object.entries(siteBlocks(run));
    const given = blocks.map(([name, block]) => ({ name, ...block, whole: false }));
    let names: readonly string[] = [];
    const work = (inputs: readonly Tensor[]): readonly Tensor[] => {
      const byName = Object.fromEntries(blocks.map(([name], i) => [name, inputs[i] as Tensor]));
      const results = siteTensors(new Constants(), run, byName);
      names = Object.keys(results);
      return Object.values(results);
    };
    const [values = []] = await fused(engine, [{ given, work }]);
    return siteResult(
      Object.fromEntries(names.map((name, i) => [name, values[i] ?? new Float32Array(0)])),
    );
  };
}
