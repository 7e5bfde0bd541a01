import { catalogue } from "../../sim/catalogue.ts";
import type { Column } from "../../sim/contract/protocol.ts";
import { Series } from "../session/series.ts";
import { createPageStore } from "../store/store.ts";
import type { Store } from "../store/store.ts";
import { readAddress } from "../store/url.ts";

const DEVICE = {
  name: "wasm",
  detail: "SIMD",
  software: false,
  engine: "composed",
  reason: "it was asked for",
  standIn: false,
} as const;

/** A page that has run: a store and series as a worker’s reports leave them, of values that are handed in. */
export function finishedRun(
  query: string,
  values: readonly number[],
): { store: Store; series: Series } {
  const store = createPageStore(catalogue, readAddress(query, catalogue));
  const { experiment } = store.getState();
  const lanes = experiment.lanes.map(({ task, normaliser }, i) => ({
    id: `${normaliser.id} ${i}`,
    task,
    normaliser: normaliser.id,
    sites: [{ id: "encoder final", channels: 4, own: false }],
    parameters: 12,
  }));
  const columns = lanes.flatMap(({ id }): Column[] => [
    { kind: "loss", lane: id, on: "train" },
    {
      kind: "statistic",
      lane: id,
      site: "encoder final",
      of: "input",
      metric: "distance",
      statistic: "variance",
    },
  ]);
  const series = new Series();
  const tables = { steps: columns, "held-out": [], translated: [] };
  series.begin(tables);
  const steps = Uint32Array.from(values, (_, i) => i + 1);
  series.append([
    {
      table: "steps",
      steps,
      values: Float32Array.from(values.flatMap((value) => columns.map((_, i) => value + i))),
    },
  ]);
  store.setState({
    phase: "finished",
    device: DEVICE,
    step: values.length,
    lanes,
    columns: tables,
    pairs: [[{ input: "der Hund", output: "the dog" }]],
    turns: [{ step: 1, key: "learningRate", label: "Learning rate", from: 0.01, to: 0.1 }],
    marks: [{ step: 1, label: "back from step 2" }],
    diverged: [{ lane: lanes[0]?.id ?? "", step: 2, site: "encoder final" }],
    translations: { step: 1, lanes: [{ lane: lanes[0]?.id ?? "", sentences: ["the dog"] }] },
  });
  return { store, series };
}

/** A file as it is dropped. */
export function fileOf(path: string, text: BlobPart): { path: string; bytes: Blob } {
  return { path, bytes: new Blob([text]) };
}
