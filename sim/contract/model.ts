import type { Ops, Tensor } from "../tensor/ops.ts";
import type { Batch, BatchKind, BatchOf } from "./batch.ts";
import type { Net } from "./net.ts";
import type { ParamSpecs, ParamValues } from "./params.ts";
import type { WorkloadFacts } from "./workload.ts";

/** What a normaliser needs to know to say whether it suits. */
export interface ModelTraits {
  readonly layout: "image" | "sequence";
  /** Where the norms stand: before a sublayer, after the sum, or between the convolutions. */
  readonly placement: "pre-norm" | "post-norm" | "convolution";
  /** A norm under test sees tokens that are yet to be predicted. */
  readonly causal: boolean;
}

/** Class scores for every row and what they should have been. */
export interface Prediction {
  /** [rows, classes] */
  readonly logits: Tensor;
  /** int32 [rows] */
  readonly labels: Tensor;
  /** 1 where a row counts, [rows]; null when all do. */
  readonly rowMask: Tensor | null;
}

export interface ModelDefinition<Specs extends ParamSpecs = ParamSpecs, B extends Batch = Batch> {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** The kind of batch it learns from. */
  readonly learns: BatchKind;
  readonly params: Specs;
  traits(params: ParamValues<Specs>): ModelTraits;
  /** Attention heads, for methods that group channels as the heads do; 1 where there are none. */
  heads(params: ParamValues<Specs>): number;
  /** Residual branches under test, for methods that need the depth at the start. */
  branches(params: ParamValues<Specs>): number;
  forward(
    tf: Ops,
    net: Net,
    batch: BatchOf<B, Tensor>,
    facts: WorkloadFacts,
    params: ParamValues<Specs>,
  ): Prediction;
}

/** Ties parameters and batch together, then forgets them for the catalogue. */
export function defineModel<const Specs extends ParamSpecs, B extends Batch>(
  definition: ModelDefinition<Specs, B>,
): ModelDefinition {
  // The trainer gives a model only batches of the kind it `learns`.
  return definition;
}
