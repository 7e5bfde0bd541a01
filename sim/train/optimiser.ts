import type { TrainingValues } from "../contract/training.ts";
import type { Operand, Ops, Tensor } from "../tensor/ops.ts";

/** What an optimiser remembers: each of the parameters' size, [parameters]. */
export type OptimiserState = readonly Tensor[];

export interface Update {
  readonly parameters: Tensor;
  readonly state: OptimiserState;
}

export interface UpdateInput {
  readonly parameters: Tensor;
  readonly gradient: Tensor;
  readonly state: OptimiserState;
  /** A number that depends on the step being taken, counted from 1. */
  readonly atStep: (from: (step: number) => number) => Operand;
  /** Learning rate at this step; a vector where parameters have rates of their own. */
  readonly rate: Operand;
}

/** An optimiser is pure: (parameters, gradient, state) → (parameters, state), over one long vector of all weights. */
export interface Optimiser {
  readonly slots: number;
  update(tf: Ops, input: UpdateInput): Update;
}

const BETA_1 = 0.9;
const BETA_2 = 0.98;
const EPSILON = 1e-8;

/** Adam (Kingma & Ba, 2015, algorithm 1) with the Transformer's β = (0.9, 0.98). */
const adam: Optimiser = {
  slots: 2,
  update(tf, { parameters, gradient, state, atStep, rate }) {
    const [first, second] = state as readonly [Tensor, Tensor];
    const m = tf.add(tf.mul(first, BETA_1), tf.mul(gradient, 1 - BETA_1));
    const v = tf.add(tf.mul(second, BETA_2), tf.mul(tf.square(gradient), 1 - BETA_2));
    const root = tf.sqrt(
      tf.mul(
        v,
        atStep((step) => 1 / (1 - BETA_2 ** step)),
      ),
    );
    const direction = tf.div(
      tf.mul(
        m,
        atStep((step) => 1 / (1 - BETA_1 ** step)),
      ),
      tf.add(root, EPSILON),
    );
    return { parameters: tf.sub(parameters, tf.mul(direction, rate)), state: [m, v] };
  },
};

/** Heavy-ball momentum of 0.9, as ResNets are trained. */
const momentum: Optimiser = {
  slots: 1,
  update(tf, { parameters, gradient, state, rate }) {
    const [old] = state as readonly [Tensor];
    const velocity = tf.add(tf.mul(old, 0.9), gradient);
    return { parameters: tf.sub(parameters, tf.mul(velocity, rate)), state: [velocity] };
  },
};

const sgd: Optimiser = {
  slots: 0,
  update: (tf, { parameters, gradient, rate }) => ({
    parameters: tf.sub(parameters, tf.mul(gradient, rate)),
    state: [],
  }),
};

export const optimisers: Readonly<Record<TrainingValues["optimiser"], Optimiser>> = {
  adam,
  momentum,
  sgd,
};
