import { catalogue } from "../catalogue.ts";
import type { Dissection } from "../contract/dissection.ts";
import { parseExperiment } from "../contract/parse-experiment.ts";
import { dissect } from "./dissect.ts";

const SENTENCES =
  "steps=40&evaluateEvery=1000&warmUp=5&translation-transformer.encoderLayers=1&translation-transformer.width=8&translation-transformer.heads=2&translation.tokensPerBatch=48&translation.pairs=500&translation.longest=10&translation.vocabulary=128";
const PICTURES =
  "workload=images&steps=40&evaluateEvery=1000&warmUp=5&res-net.width=4&images.size=8&images.imagesPerBatch=4&images.pictures=256";

export interface Wanted {
  readonly method: string;
  readonly step: number;
  readonly on?: "sentences" | "pictures";
  /** Other settings, as in an address. */
  readonly settings?: string;
  readonly site?: string;
}

/** One step of a tiny network with this method, taken apart; devices must have been prepared. */
export async function dissected({
  method,
  step,
  on = "sentences",
  settings = "",
  site = on === "sentences" ? "encoder 1 feed-forward" : "stem",
}: Wanted): Promise<Dissection> {
  const words = new Map([
    ...new URLSearchParams(on === "sentences" ? SENTENCES : PICTURES),
    ...new URLSearchParams(`lanes=${method}&${settings}`),
  ]);
  const { experiment, ignored } = parseExperiment(words, catalogue);
  if (ignored.length > 0) throw new Error(ignored.join(" "));
  const order = { experiment, lane: 0, site, step, checkpoint: null, own: [] };
  const parts = { catalogue, now: () => 0, nextTurn: async () => {} };
  const log = [{ after: 0, experiment }];
  return dissect({ ...order, settings: log, device: "wasm" }, parts, () => {});
}
