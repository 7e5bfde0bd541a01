import { resolve, sep } from "node:path";
import { expect, test } from "vitest";
import { catalogue } from "../catalogue.ts";
import { entry } from "../contract/catalogue.ts";
import { boxOf } from "../contract/boxes.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { Lockstep } from "./lockstep.ts";

const STEPS = 300;

test(
  "text strays further from its running variance than pictures do, at the first norm and at the last",
  { timeout: 600_000 },
  async () => {
    prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
    await openDevice("wasm");
    const { experiment } = entry(catalogue.presets, "paper-figure-2");
    const lockstep = await Lockstep.open(
      { ...experiment, steps: STEPS, evaluateEvery: STEPS },
      catalogue,
    );
    const [pictures, text] = await medians(lockstep);
    lockstep.close();
    const sentence = (name: string, of: Medians): string =>
      `${name}: first norm ${of.first.toFixed(4)}, last norm ${of.last.toFixed(4)}`;
    process.stdout.write(
      `median of (1/d)‖σ²_B − σ²‖ over the last fifth of ${STEPS} steps\n${sentence("ResNet", pictures)}\n${sentence("Transformer", text)}\n`,
    );
    expect(text.first / pictures.first).toBeGreaterThan(2);
    expect(text.last / pictures.last).toBeGreaterThan(5);
  },
);

interface Medians {
  readonly first: number;
  readonly last: number;
}

/** For each lane, the median over the last fifth of the run of the paper's distance of the variance. */
async function medians(lockstep: Lockstep): Promise<[Medians, Medians]> {
  const columns = lockstep.columns.steps;
  const values: number[][] = columns.map(() => []);
  while (!lockstep.finished) {
    for (let i = 0; i < 20 && !lockstep.finished; i++) lockstep.takeStep();
    for (const { table, values: block } of (await lockstep.drain()).rows)
      if (table === "steps") block.forEach((value, i) => values[i % columns.length]?.push(value));
  }
  const medianAt = (lane: string, site: string): number => {
    const at = columns.findIndex(
      (column) =>
        column.kind === "statistic" &&
        column.lane === lane &&
        column.site === site &&
        column.metric === "distance" &&
        column.statistic === "variance",
    );
    return boxOf(values[at]?.slice(-STEPS / 5) ?? [])?.median ?? Number.NaN;
  };
  const [pictures, text] = lockstep.reports.map(({ id, sites }) => ({
    first: medianAt(id, sites[0]?.id ?? ""),
    last: medianAt(id, sites.at(-1)?.id ?? ""),
  }));
  if (!pictures || !text) throw new Error("the preset has two lanes");
  return [pictures, text];
}
