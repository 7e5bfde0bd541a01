import type { Ops, Tensor } from "../tensor/ops.ts";
import type {
  BranchPlace,
  Clock,
  MapPart,
  MemorySpec,
  Mode,
  Normalised,
  Place,
  SiteShape,
  Tensors,
  WeightSpec,
} from "./net.ts";
import type { ModelTraits } from "./model.ts";
import type { ParamSpecs, ParamValues } from "./params.ts";

export interface Citation {
  readonly title: string;
  readonly authors: string;
  readonly year: number;
  readonly url: string;
}

/** Which entries share one statistic. */
export type Pooling = "batch" | "sample" | "token" | "weights" | "nothing";

/** The axes over which one statistic is taken: what a method's cube shows filled. */
export interface PooledAxes {
  readonly image: readonly ("batch" | "height" | "width" | "channel")[];
  readonly sequence: readonly ("batch" | "token" | "channel")[];
  /** The channel axis is pooled in contiguous groups, not whole. */
  readonly inGroups?: boolean;
}

/** Changes of the whole input that the output does not see in training: x + c, and k·x for k > 0, up to ε. */
export type Invariance = "shift" | "scale";

/** A number that only this method has at a place: a clip, a weight, a saturation. */
export interface MethodMetric {
  readonly id: string;
  readonly name: string;
  /** What one unit is. */
  readonly unit: string;
  readonly about: string;
  /** A line across its chart: a bound beyond which something happens, which may follow the task's α. */
  readonly limit?: { readonly label: string; at(alpha: number): number };
  /** From the values of the reading of the same id, downloaded as they are. */
  read(values: Float32Array): number;
}

/** A method that replaces a linear or convolutional map rather than standing after it. */
export interface MapMethod<Weight extends string> {
  /** Which of a model's maps it replaces. */
  readonly parts: readonly MapPart[];
  weights(weight: WeightSpec, outputs: number): Readonly<Record<Weight, WeightSpec>>;
  /** `at.apply` is the bare linear map with whatever weight it is given. */
  map(tf: Ops, x: Tensor, at: MapPlace<Weight>): Tensor;
  /** A start that looks at one batch: the weights to begin with, given those drawn. */
  initialise?(tf: Ops, x: Tensor, at: MapPlace<Weight>): Tensors<Weight>;
  /** For the definition's own metrics, from a map's input, output and weights. */
  read?(tf: Ops, map: MapReading<Weight>): Readings;
}

export interface ActivationPlace<Params> {
  readonly params: Params;
  readonly weight: (name: string, spec: WeightSpec) => Tensor;
}

export interface MapPlace<Weight extends string> {
  readonly weights: Tensors<Weight>;
  readonly mask: Tensor | null;
  readonly mode: Mode;
  readonly clock: Clock;
  /** Inputs that one output sums over: channels in, times the window for a convolution. */
  readonly fanIn: number;
  readonly branch: BranchPlace | null;
  readonly apply: (x: Tensor, weight: Tensor) => Tensor;
}

export interface MapReading<Weight extends string> {
  readonly x: Tensor;
  readonly y: Tensor;
  readonly weights: Tensors<Weight>;
  readonly mask: Tensor | null;
}

/** By the ids of the definition's own metrics; any shapes. */
export type Readings = Readonly<Record<string, Tensor>>;

/** A method that treats residual branches with care instead of normalising (Fixup). */
export interface BranchMethod {
  /** Multiplies a map's initial weights; 0 starts it silent. */
  initialGain(part: MapPart, branch: BranchPlace | null): number;
  /** Learned scalars before maps and activations, and one that multiplies each branch: their share of the learning rate. */
  readonly scalarRate: number;
  /** For the definition's own metrics: what flows past a branch, and what the branch adds. */
  read?(tf: Ops, stream: Tensor, branch: Tensor): Readings;
}

/**
 * A normalisation method: a strategy with optional hooks. The model asks the hooks at each of its places, and does not
 * know which methods exist. A method is pure: it keeps nothing, disposes nothing, and reads no clock but the one it is given.
 */
export interface NormaliserDefinition<
  Specs extends ParamSpecs = ParamSpecs,
  Weight extends string = string,
  Memory extends string = string,
> {
  readonly id: string;
  /** As a chart's label: "BN". */
  readonly label: string;
  readonly name: string;
  readonly paper: Citation | null;
  /** TeX, one line. */
  readonly formula: string;
  /** One sentence of intuition. */
  readonly intuition: string;
  readonly pools: Pooling;
  readonly axes: PooledAxes;
  /** What is carried from step to step, in words; "nothing" where nothing is. */
  readonly remembers: string;
  /** What it costs beside no normalisation, in words. */
  readonly cost: string;
  /** What goes wrong with it, each a sentence. */
  readonly pitfalls: readonly string[];
  readonly invariances: readonly Invariance[];
  /** What it alone has to show, beside the distances that every lane has. */
  readonly metrics?: readonly MethodMetric[];
  /** Until or where training looks at the batch's own statistic, in words, for what mostly uses the remembered one. */
  readonly looksAtBatch?: string;
  /** Said to learners when our use is in no paper. */
  readonly adaptation?: string;
  /** `surrogate` when the backward pass differs from the forward's gradient on purpose (PowerNorm). */
  readonly gradient: "exact" | "surrogate";
  /** True, or the reason why not. */
  suits(model: ModelTraits): true | string;
  readonly params: Specs;

  /** At a site: the trained weights, the memory between steps, and the method itself. All three or none. */
  weights?(shape: SiteShape, params: ParamValues<Specs>): Readonly<Record<Weight, WeightSpec>>;
  memory?(shape: SiteShape, params: ParamValues<Specs>): Readonly<Record<Memory, MemorySpec>>;
  normalise?(tf: Ops, x: Tensor, at: Place<Weight, Memory, ParamValues<Specs>>): Normalised<Memory>;

  /** Instead of a linear or convolutional map (weight normalisation, generalised Hamming networks). */
  readonly maps?: MapMethod<string>;
  /** Instead of ReLU after such a map; it may ask for weights of its own. */
  activate?(tf: Ops, x: Tensor, at: ActivationPlace<ParamValues<Specs>>): Tensor;
  /** Around residual branches (Fixup). */
  readonly branches?: BranchMethod;
}

/** Ties the types of parameters, weights and memory together, then forgets them for the catalogue. */
export function defineNormaliser<
  const Specs extends ParamSpecs,
  Weight extends string,
  Memory extends string,
>(definition: NormaliserDefinition<Specs, Weight, Memory>): NormaliserDefinition {
  // The catalogue hands each definition only what its own `params`, `weights` and `memory` describe.
  return definition;
}
