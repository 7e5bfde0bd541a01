/**
 * The operations a definition is handed. Nothing here computes: `create-ops.ts` makes them, on the device that was opened.
 * Every operation is differentiable in its tensor operands unless it says otherwise.
 */

/** A block of numbers on the device. Only `sim/tensor` sees more of it than its shape. */
export interface Tensor {
  readonly shape: readonly number[];
}

export type Operand = Tensor | number;

/** Statistics of each channel over all real rows of a batch; all biased (divided by N). */
export interface ChannelMoments {
  /** µ_B, [channels] */
  readonly mean: Tensor;
  /** σ²_B, [channels], computed about the mean so that it cannot fall below zero. */
  readonly variance: Tensor;
  /** ψ²_B = σ²_B + µ²_B, [channels] */
  readonly quadraticMean: Tensor;
  /** The three above as one block, [3, channels], in this order. */
  readonly packed: Tensor;
  /** N, the real rows: a number where there is no mask, else a scalar on the device. */
  readonly count: Operand;
}

export interface CrossEntropy {
  /** [rows, classes] */
  readonly logits: Tensor;
  /** int32 [rows] */
  readonly labels: Tensor;
  /** 1 where a row counts, [rows]; null when all do. */
  readonly rowMask: Tensor | null;
  /** The share of every target that is spread evenly over all classes. */
  readonly smoothing: number;
}

/** Means over the rows that count, each a scalar. */
export interface Scores {
  /** What training lowers: with smoothing. Alone differentiable. */
  readonly objective: Tensor;
  /** The plain cross-entropy in nats. */
  readonly loss: Tensor;
  /** The share of rows whose likeliest class is the label. */
  readonly accuracy: Tensor;
}

export interface StandardiseTokens {
  /** Contiguous groups of channels that are normalised apart; 1 takes the whole token. */
  readonly groups: number;
  /** Subtract the group's mean first (LayerNorm), or keep it (RMSNorm, group scaling). */
  readonly centre: boolean;
  /** Added inside the square root. */
  readonly epsilon: number;
}

export interface ScaleAndShift {
  readonly centre?: Tensor;
  readonly scale: Tensor;
  readonly shift?: Tensor;
}

export interface Attention {
  readonly queries: Tensor;
  readonly keys: Tensor;
  readonly values: Tensor;
  readonly heads: number;
  /** 1 where a key is real, [batch, keys]; null when all are. */
  readonly keyMask: Tensor | null;
  /** Hide the keys after each query's own position. */
  readonly causal: boolean;
}

export interface Ops {
  /**
   * Numbers that never change, uploaded once and kept under `name` and shape for as long as the device is open.
   * Not differentiable.
   */
  constant(name: string, shape: readonly number[], values: () => ArrayLike<number>): Tensor;
  /**
   * A number that depends on where training stands. It is asked for through here, and not computed on the spot, because a step
   * is recorded once and replayed: then `from` is asked again every time.
   */
  now<Clock>(clock: Clock, from: (at: Clock) => number): Operand;
  /** A choice that depends on where training stands: as long as it stays, one recording serves. */
  phase<Clock>(clock: Clock, from: (at: Clock) => boolean): boolean;
  /** Not differentiable. */
  fill(shape: readonly number[], value: number): Tensor;

  // Element-wise; shapes broadcast as in NumPy.
  add(a: Operand, b: Operand): Tensor;
  sub(a: Operand, b: Operand): Tensor;
  mul(a: Operand, b: Operand): Tensor;
  div(a: Operand, b: Operand): Tensor;
  square(x: Tensor): Tensor;
  sqrt(x: Tensor): Tensor;
  exp(x: Tensor): Tensor;
  log(x: Tensor): Tensor;
  abs(x: Tensor): Tensor;
  tanh(x: Tensor): Tensor;
  sigmoid(x: Tensor): Tensor;
  relu(x: Tensor): Tensor;
  /** The gradient is 1 strictly inside the range and 0 elsewhere. */
  clip(x: Tensor, low: Operand, high: Operand): Tensor;
  /** 1 where a > b, else 0; not differentiable. */
  greater(a: Operand, b: Operand): Tensor;
  /** Over the last axis. */
  softmax(x: Tensor): Tensor;

  // Reductions; the reduced axes stay with length 1 when `keep` is set.
  sum(x: Tensor, axes: readonly number[], keep?: boolean): Tensor;
  mean(x: Tensor, axes: readonly number[], keep?: boolean): Tensor;
  /** Not differentiable. */
  max(x: Tensor, axes: readonly number[], keep?: boolean): Tensor;
  /** Not differentiable. */
  min(x: Tensor, axes: readonly number[], keep?: boolean): Tensor;
  /** Where the last axis is greatest, the first such place: int32, the shape of x without it. Not differentiable. */
  argMax(x: Tensor): Tensor;

  // Shape.
  reshape(x: Tensor, shape: readonly number[]): Tensor;
  transpose(x: Tensor, order: readonly number[]): Tensor;
  concat(parts: readonly Tensor[], axis: number): Tensor;
  slice(x: Tensor, begin: readonly number[], size: readonly number[]): Tensor;

  /** [rows, inner] × [inner, columns]. */
  matMul(a: Tensor, b: Tensor): Tensor;
  /** x: […, inputs], weight: [inputs, outputs] → […, outputs]. */
  linear(x: Tensor, weight: Tensor): Tensor;
  /** x: [batch, height, width, inputs], weight: [h, w, inputs, outputs]. */
  convolution(x: Tensor, weight: Tensor, stride: number, padding: "same" | "valid"): Tensor;
  /** table: [rows, channels], ids: int32 of any shape → [...ids.shape, channels]. */
  embedding(table: Tensor, ids: Tensor): Tensor;
  /** Scaled dot-product attention, [batch, queries, channels]. */
  attention(parts: Attention): Tensor;

  /**
   * Statistics of each channel of x: […, channels] over all other axes.
   * `mask` is 1 for real rows, shaped like x with one channel; rows at 0 enter no statistic.
   */
  channelMoments(x: Tensor, mask: Tensor | null): ChannelMoments;
  /** Each position's channels scaled (and centred) by their own statistics: […, channels]. */
  standardiseTokens(x: Tensor, options: StandardiseTokens): Tensor;
  /** (x − centre)·scale + shift, each [channels]. */
  scaleAndShift(x: Tensor, options: ScaleAndShift): Tensor;

  crossEntropy(parts: CrossEntropy): Scores;

  /** The same numbers, through which no gradient flows. */
  stopGradient(x: Tensor): Tensor;
  /**
   * `output` as if it had been computed from `inputs` with a backward pass of your own: given dL/d(output), return one
   * gradient for each input, or null for none. Whatever `output` was made from gets no other gradient.
   */
  customGradient(
    inputs: readonly Tensor[],
    output: () => Tensor,
    backward: (gradient: Tensor) => readonly (Tensor | null)[],
  ): Tensor;
}
