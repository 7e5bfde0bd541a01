import { catalogue } from "../catalogue.ts";
import type { Experiment } from "../contract/experiment.ts";
import { misfit, parseExperiment } from "../contract/parse-experiment.ts";
import { openDevice, prepareDevices } from "../tensor/device.ts";
import { Lockstep } from "../train/lockstep.ts";
import type { Engine } from "../plan/engine.ts";

const STEPS = 2;
const MOST_LANES = 4;

// Momentum, whose memory is the gradient: Adam divides out how large a gradient was that is nothing but rounding.
const COMMON = "steps=40&evaluateEvery=1000&warmUp=1&optimiser=momentum&learningRate=0.01";
const MODELS: Readonly<Record<string, string>> = {
  Transformer: `${COMMON}&translation-transformer.encoderLayers=1&translation-transformer.decoderLayers=1&translation-transformer.width=16&translation.tokensPerBatch=64&translation.pairs=500&translation.longest=10&translation.vocabulary=256`,
  ResNet: `${COMMON}&workload=images&images.imagesPerBatch=4&images.pictures=256&res-net.width=4`,
};

export interface MethodAnswer {
  readonly name: string;
  /** How many numbers were compared. */
  readonly numbers: number;
  /** The largest difference of any number that was reported, over that number and a hundredth. */
  readonly error: number;
}

/** Two steps of every method, four lanes at a time: fused, and composed in plain JavaScript. */
export async function compareMethods(engine: Engine): Promise<readonly MethodAnswer[]> {
  prepareDevices("");
  await openDevice("cpu");
  const answers: MethodAnswer[] = [];
  for (const [model, query] of Object.entries(MODELS)) {
    const methods = suitable(query);
    for (let start = 0; start < methods.length; start += MOST_LANES) {
      const lanes = methods.slice(start, start + MOST_LANES).join();
      const experiment = experimentOf(`${query}&lanes=${lanes}`);
      const want = await reported(experiment, null);
      const got = await reported(experiment, engine);
      answers.push({
        name: `${lanes} in a ${model}`,
        numbers: want.length,
        error: apart(got, want),
      });
    }
  }
  return answers;
}

function suitable(query: string): readonly string[] {
  const [task] = experimentOf(query).tasks;
  return catalogue.normalisers
    .filter((normaliser) => misfit(normaliser, task, catalogue) === null)
    .map(({ id }) => id);
}

function experimentOf(query: string): Experiment {
  const { experiment, ignored } = parseExperiment(new URLSearchParams(query), catalogue);
  if (ignored.length > 0) throw new Error(ignored.join(" "));
  return experiment;
}

async function reported(experiment: Experiment, engine: Engine | null): Promise<readonly number[]> {
  const lockstep = await Lockstep.open(experiment, catalogue, { engine });
  for (let step = 0; step < STEPS; step++) lockstep.takeStep();
  const { rows } = await lockstep.drain();
  lockstep.close();
  return rows.flatMap(({ values }) => [...values]);
}

function apart(got: readonly number[], want: readonly number[]): number {
  if (got.length !== want.length) return Number.POSITIVE_INFINITY;
  return want.reduce((worst, value, i) => {
    const error = Math.abs((got[i] ?? Number.NaN) - value) / (Math.abs(value) + 1e-2);
    return error <= worst ? worst : error;
  }, 0);
}
