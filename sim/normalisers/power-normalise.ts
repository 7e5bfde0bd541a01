import type { Clock, MemorySpec, Mode, SiteShape } from "../contract/net.ts";
import type { Citation, MethodMetric, Readings } from "../contract/normaliser.ts";
import type { ParamSpecs, ParamValues } from "../contract/params.ts";
import type { Ops, Tensor } from "../tensor/ops.ts";
import { runningAverage } from "./running-average.ts";

export const POWER_NORM_PAPER: Citation = {
  title: "PowerNorm: Rethinking Batch Normalization in Transformers",
  authors: "Shen, Yao, Gholami, Mahoney, Keutzer",
  year: 2020,
  url: "https://arxiv.org/abs/2003.07845",
};

const EPSILON = 1e-5;

/** What the two entries of Power Normalisation, with and without group scaling, have in common. */
export const POWER_NORM_PARAMS = {
  backwardDivisor: {
    kind: "choice",
    label: "Backward divides by",
    about:
      "The backward pass divides by this batch's ψ, as the released code does, or by the running one, as the paper's Algorithm 2 has it.",
    effect: "restart",
    options: ["batch", "running"],
    initial: "batch",
  },
} as const satisfies ParamSpecs;

/**
 * ν(t) = ν(t − 1)·(1 − (1 − α)·Γ(t)) + (1 − α)·Λ(t) with Γ = mean x̂² (Shen et al., 2020, Algorithm 2): ν is damped while
 * Γ < 2/(1 − α) in every channel, and beyond it what ν was grows at every such batch.
 */
export const POWER_NORM_METRICS: readonly MethodMetric[] = [
  {
    id: "power-gamma",
    name: "Γ, the largest of all channels",
    unit: "ψ²_B over the ψ² divided by",
    about:
      "The mean of x̂²: how many times this batch’s ψ² is the one that the layer divides by, in the channel where that is most. Above 2/(1 − α) a batch makes ν grow. During warm-up the layer divides by the batch’s own, and Γ is 1.",
    limit: { label: "2/(1 − α)", at: (alpha) => 2 / (1 - alpha) },
    read: (values) => values.reduce((most, value) => Math.max(most, value), 0),
  },
  {
    id: "power-nu",
    name: "|ν|, the largest of all channels",
    unit: "in units of the gradient",
    about:
      "The running estimate ν that stands in for the gradient through ψ, as this step’s backward pass uses it. If it grows without end, so do the gradients.",
    read: (values) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
  },
];

export function powerMemory({ channels }: SiteShape): Record<"phi" | "emaGz", MemorySpec> {
  return {
    phi: { shape: [channels], initial: 1, writtenBy: "forward" },
    emaGz: { shape: [channels], initial: 0, writtenBy: "backward" },
  };
}

export interface PowerPlace {
  readonly mode: Mode;
  readonly clock: Clock;
  readonly mask: Tensor | null;
  readonly weights: Readonly<Record<"gain" | "bias", Tensor>>;
  /** φ, the running ψ², and ν/(1 − α): names as in the released code's `running_phi` and `ema_gz`. */
  readonly memory: Readonly<Record<"phi" | "emaGz", Tensor>>;
  readonly params: ParamValues<typeof POWER_NORM_PARAMS>;
}

/**
 * Power Normalisation of u, [… , channels], given ψ²_B of its real rows; after sIncerass/powernorm,
 * `mask_powernorm.py` (PowerFunction), whose numbers it reproduces.
 *
 * Forward: z = u/√(ψ² + ε), with the batch's ψ² up to the end of warm-up and the running one, before this step's update,
 * after it. φ then moves: during warm-up by the arithmetic mean of the steps so far, and always by the running average.
 * Backward, approximate: with ĝ = γ·g, a = ĝ − ν·z and ν = (1 − α)·ema; du = a/√(ψ²_B + ε) and ema grows by
 * mean(a·z) over all positions, padded ones too. No gradient flows through ψ², φ or ν.
 */
export function powerNormalise(tf: Ops, u: Tensor, quadraticMean: Tensor, at: PowerPlace) {
  const { mode, clock, memory, weights } = at;
  const fresh = tf.stopGradient(quadraticMean);
  const useBatch =
    mode === "evaluate-on-batch" ||
    (mode === "train" && tf.phase(clock, ({ step, warmUp }) => step <= warmUp));
  const divided = tf.add(useBatch ? fresh : memory.phi, EPSILON);
  const forwardRoot = tf.sqrt(divided);
  const z = mode === "train" ? approximate(tf, u, forwardRoot, fresh, at) : tf.div(u, forwardRoot);
  const y = tf.scaleAndShift(z, { scale: weights.gain, shift: weights.bias });
  if (mode !== "train") return { y, memory: {} };
  const readings: Readings = {
    "power-gamma": tf.div(fresh, divided),
    "power-nu": tf.mul(
      memory.emaGz,
      tf.now(clock, ({ alpha }) => 1 - alpha),
    ),
  };
  return { y, memory: { phi: nextPhi(tf, memory.phi, fresh, clock) }, readings };
}

function approximate(
  tf: Ops,
  u: Tensor,
  forwardRoot: Tensor,
  fresh: Tensor,
  at: PowerPlace,
): Tensor {
  const { clock, memory, params } = at;
  const z = tf.stopGradient(tf.div(u, forwardRoot));
  const divisor = params.backwardDivisor === "batch" ? fresh : memory.phi;
  return tf.customGradient(
    [u, memory.emaGz],
    () => z,
    (gradient) => {
      const nu = tf.mul(
        memory.emaGz,
        tf.now(clock, ({ alpha }) => 1 - alpha),
      );
      const estimated = tf.sub(gradient, tf.mul(nu, z));
      const everyPosition = z.shape.slice(0, -1).map((_, axis) => axis);
      return [
        tf.div(estimated, tf.sqrt(tf.add(divisor, EPSILON))),
        tf.mean(tf.mul(estimated, z), everyPosition),
      ];
    },
  );
}

/** Steps (a) and (b) of the released code: the cumulative mean while warming up, and the running average always. */
function nextPhi(tf: Ops, phi: Tensor, fresh: Tensor, clock: Clock): Tensor {
  const warmed = tf.phase(clock, ({ step, warmUp }) => step < warmUp)
    ? tf.add(
        tf.mul(
          phi,
          tf.now(clock, ({ step }) => (step - 1) / step),
        ),
        tf.mul(
          fresh,
          tf.now(clock, ({ step }) => 1 / step),
        ),
      )
    : phi;
  return runningAverage(tf, warmed, fresh, clock);
}
