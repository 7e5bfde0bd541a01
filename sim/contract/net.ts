import type { ChannelMoments, Tensor } from "../tensor/ops.ts";

/** Where a normaliser may stand, named by the model: "encoder 1 attention". */
export type SiteId = string;

/**
 * How a pass treats statistics.
 * - `train`: batch statistics as the method trains, and memory moves on.
 * - `evaluate`: what the layer remembers; memory stays as it is.
 * - `evaluate-on-batch`: the counterfactual, each evaluation batch's own statistics; memory stays as it is.
 */
export type Mode = "train" | "evaluate" | "evaluate-on-batch";

/** How a weight begins. Draws come from a stream named by seed and weight, so lanes agree where shapes do. */
export type Init =
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "normal"; readonly mean: number; readonly deviation: number }
  | { readonly kind: "uniform"; readonly low: number; readonly high: number };

export const zeros: Init = { kind: "constant", value: 0 };
export const ones: Init = { kind: "constant", value: 1 };

export interface WeightSpec {
  readonly shape: readonly number[];
  readonly init: Init;
  /** Multiplies the learning rate; 1 unless a method says otherwise (Fixup's scalars: 0.1). */
  readonly rate?: number;
}

/**
 * A piece of memory between steps. The forward pass returns its next value; or, `writtenBy: "backward"`, the backward
 * pass writes it: what `normalise` returns as its gradient is its *change* (PowerNorm's ν).
 */
export interface MemorySpec {
  readonly shape: readonly number[];
  readonly initial: number;
  readonly writtenBy: "forward" | "backward";
}

/** What a residual branch is, for methods that start it with care (Fixup). */
export interface BranchPlace {
  /** How many residual branches the network has. */
  readonly branches: number;
  /** How many maps one branch has, and which this is, counted from 0. */
  readonly maps: number;
  readonly position: number;
}

/** What a map is to its model: some methods replace only some. */
export type MapPart = "attention" | "feed-forward" | "convolution" | "shortcut" | "classifier";

export interface MapOptions {
  readonly part: MapPart;
  readonly outputs: number;
  readonly init: Init;
  /** The model's own wish; a map that no normaliser follows has a bias all the same. */
  readonly bias: boolean;
  /** 1 for real rows, for methods whose start looks at a batch; null when all are. */
  readonly mask: Tensor | null;
  readonly branch?: BranchPlace;
}

export interface ConvolutionOptions extends MapOptions {
  readonly size: number;
  readonly stride: number;
}

/** Where an activation stands: after the stem, inside a residual branch, or after its sum. */
export type ActivationKind = "stem" | "branch" | "sum";

/**
 * What a model builds with. It asks by name and gets the lane's own weights, normaliser and memory; on the very first
 * pass the weights are made as they are asked for, layer by layer, so that a data-dependent start sees real activations.
 */
export interface Net {
  readonly mode: Mode;
  weight(name: string, spec: WeightSpec): Tensor;
  /** What the network reads, before its first layer: a learner may multiply it for one step. */
  input(x: Tensor): Tensor;
  /** A map under test: the lane's method may re-parameterise it. x: […, inputs] → […, outputs]. */
  linear(name: string, x: Tensor, options: MapOptions): Tensor;
  /** As `linear`, for [batch, height, width, inputs], padding "same". */
  convolution(name: string, x: Tensor, options: ConvolutionOptions): Tensor;
  /** The nonlinearity after a map under test: ReLU, unless the lane's method has its own. */
  activate(name: string, x: Tensor, place: ActivationKind): Tensor;
  /** The place where a normaliser stands. `mask` as in `channelMoments`. */
  normalise(site: SiteId, x: Tensor, mask: Tensor | null): Tensor;
  /** shortcut + branch(x), with whatever the lane's method wraps around a branch. */
  residual(name: string, shortcut: Tensor, x: Tensor, branch: (x: Tensor) => Tensor): Tensor;
}

/** A site as its normaliser sees it. */
export interface SiteShape {
  readonly channels: number;
  /** image: [batch, height, width, channels]; sequence: [batch, token, channels]. */
  readonly layout: "image" | "sequence";
  /** Natural groups of channels: the attention heads of a Transformer, 1 in a ResNet. */
  readonly heads: number;
}

export interface Clock {
  /** The step being taken, counted from 1. */
  readonly step: number;
  /** Length of the run, for schedules scaled to it. */
  readonly steps: number;
  /** Warm-up of the learning rate, which PowerNorm shares. */
  readonly warmUp: number;
  /** α: the share of the old running value that is kept each step. */
  readonly alpha: number;
}

export type Tensors<Name extends string> = Readonly<Record<Name, Tensor>>;

export interface Place<Weight extends string, Memory extends string, Params> {
  readonly mode: Mode;
  readonly shape: SiteShape;
  readonly clock: Clock;
  readonly mask: Tensor | null;
  /** Statistics of this very input, which the oscilloscope reads at every site in every lane. */
  readonly moments: ChannelMoments;
  readonly weights: Tensors<Weight>;
  readonly memory: Tensors<Memory>;
  readonly params: Params;
}

export interface Normalised<Memory extends string> {
  readonly y: Tensor;
  /** The next value of every memory written by the forward pass. */
  readonly memory: Partial<Tensors<Memory>>;
  /** Added to the loss (Regularised BN). A scalar. */
  readonly penalty?: Tensor;
  /** What this layer compares, when that is not its plain input: both [channels]. */
  readonly own?: { readonly batch: Tensor; readonly running: Tensor };
  /** For the definition's own metrics, by their ids; any shapes. */
  readonly readings?: Readonly<Record<string, Tensor>>;
}
