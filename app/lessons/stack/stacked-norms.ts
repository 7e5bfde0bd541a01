import { catalogue } from "../../../sim/catalogue.ts";
import { entry } from "../../../sim/contract/catalogue.ts";
import type { Mode, Place } from "../../../sim/contract/net.ts";
import { initialValues } from "../../../sim/contract/params.ts";
import { Random } from "../../../sim/contract/random.ts";
import { plain, plainOps } from "./plain-ops.ts";
import type { Plain } from "./plain-ops.ts";

export interface StackSettings {
  /** Rows in the batch. */
  readonly rows: number;
  /** How many norms stand on one another, with nothing between them. */
  readonly layers: number;
  /** What the variance is divided by before it is remembered: N − 1, or N. */
  readonly runningVariance: "unbiased" | "biased";
}

/** After each layer, from the first: how large the output is at inference, as a share of what it was in training. */
export type StackResult = readonly number[];

const CHANNELS = 8;

const batchNorm = entry(catalogue.normalisers, "batch-norm");

/** α = 0: the memory is the last batch and nothing else, so that the divisor is all that differs. */
const CLOCK = { step: 1, steps: 1, warmUp: 0, alpha: 0 };

/**
 * A batch of normal numbers goes up a stack of Batch Normalisations in training; each remembers what it saw. Then the very
 * same batch goes up at inference. The layers are the definition that the networks use, on plain numbers of 64 bits.
 */
export function evaluateStack({ rows, layers, runningVariance }: StackSettings): StackResult {
  const random = new Random("stacked norms");
  const batch = plain(
    [rows, CHANNELS],
    Array.from({ length: rows * CHANNELS }, () => random.normal()),
  );
  let [training, inference] = [batch, batch];
  return Array.from({ length: layers }, () => {
    const learnt = layer(training, "train", startingMemory(), runningVariance);
    const memory = { ...startingMemory(), ...learnt.memory };
    inference = layer(inference, "evaluate", memory, runningVariance).y;
    training = learnt.y;
    return deviation(inference) / deviation(training);
  });
}

/** What arithmetic says, but for ε: each layer at inference divides by √(N/(N − 1)) more than in training. */
export function expectedOfStack({ rows, layers, runningVariance }: StackSettings): number {
  return runningVariance === "biased" ? 1 : Math.sqrt((rows - 1) / rows) ** layers;
}

function startingMemory(): Readonly<Record<string, Plain>> {
  return { mean: vector(0), variance: vector(1) };
}

function vector(value: number): Plain {
  return plain(
    [CHANNELS],
    Array.from({ length: CHANNELS }, () => value),
  );
}

function layer(
  x: Plain,
  mode: Mode,
  memory: Readonly<Record<string, Plain>>,
  runningVariance: StackSettings["runningVariance"],
): { readonly y: Plain; readonly memory: Readonly<Record<string, Plain>> } {
  const normalised = batchNorm.normalise?.(plainOps, x, {
    mode,
    shape: { channels: CHANNELS, layout: "sequence", heads: 1 },
    clock: CLOCK,
    mask: null,
    moments: momentsOf(x),
    weights: { gain: vector(1), bias: vector(0) },
    memory,
    params: { ...initialValues(batchNorm.params), runningVariance },
  });
  // What plain operations give is plain.
  return normalised as unknown as ReturnType<typeof layer>;
}

function momentsOf(x: Plain): Place<never, never, never>["moments"] {
  const [rows = 1] = x.shape;
  const mean = overRows(x, (value) => value);
  const variance = overRows(x, (value, channel) => (value - (mean[channel] as number)) ** 2);
  const quadraticMean = variance.map((value, channel) => value + (mean[channel] as number) ** 2);
  return {
    mean: plain([CHANNELS], mean),
    variance: plain([CHANNELS], variance),
    quadraticMean: plain([CHANNELS], quadraticMean),
    packed: plain([3, CHANNELS], [...mean, ...variance, ...quadraticMean]),
    count: rows,
  };
}

/** The mean over rows of something of every entry, for each channel. */
function overRows(x: Plain, of: (value: number, channel: number) => number): number[] {
  const [rows = 1] = x.shape;
  return Array.from({ length: CHANNELS }, (_, channel) => {
    let sum = 0;
    for (let row = 0; row < rows; row++)
      sum += of(x.values[row * CHANNELS + channel] as number, channel);
    return sum / rows;
  });
}

/** Of all entries; the means of the channels are zero after a norm, but for rounding. */
function deviation(x: Plain): number {
  const squares = x.values.reduce((sum, value) => sum + value * value, 0);
  return Math.sqrt(squares / x.values.length);
}
