import type { Ops, Tensor } from "../tensor/ops.ts";
import type {
  BranchPlace,
  Clock,
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

/** A method that replaces a linear or convolutional map rather than standing after it. */
export interface MapMethod<Weight extends string> {
  weights(weight: WeightSpec, bias: boolean): Readonly<Record<Weight, WeightSpec>>;
  /** `apply` is the bare linear map with whatever weight it is given. */
  map(tf: Ops, x: Tensor, at: MapPlace<Weight>): Tensor;
  /** A start that looks at one batch: the weights to begin with, given those drawn. */
  initialise?(tf: Ops, x: Tensor, at: MapPlace<Weight>): Tensors<Weight>;
}

export interface MapPlace<Weight extends string> {
  readonly weights: Tensors<Weight>;
  readonly mask: Tensor | null;
  readonly mode: Mode;
  readonly clock: Clock;
  /** Inputs that one output sums over: channels in, times the window for a convolution. */
  readonly fanIn: number;
  apply(x: Tensor, weight: Tensor): Tensor;
}

/** A method that treats residual branches with care instead of normalising (Fixup). */
export interface BranchMethod {
  /** Multiplies the deviation of a map's initial weights; 0 starts it silent. */
  initialGain(place: BranchPlace): number;
  /** A learned scalar is added before every map and activation, at this multiple of the learning rate. */
  readonly shiftRate: number;
  /** A learned scalar multiplies every branch, at this multiple of the learning rate. */
  readonly scaleRate: number;
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
  /** Instead of ReLU after such a map. */
  activate?(tf: Ops, x: Tensor): Tensor;
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
