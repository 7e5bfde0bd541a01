import { encode } from "../models/encoder.ts";
import { basicBlock } from "../models/res-net.ts";
import type { Case } from "./golden-case.ts";
import type { NetRun } from "./run-net.ts";

/** How one of a case's arrays is one of our weights. */
export interface Renamed {
  readonly theirs: string;
  readonly ours: string;
  /** Theirs is [outputs, inputs]; ours [inputs, outputs]. */
  readonly turned?: boolean;
  /** Theirs is subtracted; ours added. */
  readonly negated?: boolean;
  /** Only these rows of theirs, from and to. */
  readonly rows?: readonly [number, number];
}

/** How a case that is about part of a network is said in this project's words. */
export interface NetworkCounterpart {
  readonly normaliser: string;
  readonly params?: NetRun["params"];
  readonly alpha?: number;
  readonly weights: readonly Renamed[];
  readonly memory?: Readonly<Record<string, string>>;
  /** Which part of the layout's x and gy the case uses, as lengths of each axis from 0. */
  readonly cutX?: readonly number[];
  readonly cutGy?: readonly number[];
  readonly build: NetRun["build"];
}

const plain = (theirs: string, ours: string): Renamed => ({ theirs, ours });

/** The counterpart of a case about maps or branches; undefined for one about a site. */
export function networkCounterpartOf({
  id,
  settings,
  layout,
}: Case): NetworkCounterpart | undefined {
  const convolution = layout === "conv_nhwc";
  const cutGy = convolution ? [3, 2, 1, 3] : [3, 3, 3];
  if (id.startsWith("wn_"))
    return weightNorm(convolution, cutGy, settings["mean_only_bn"] === true);
  if (id.startsWith("ghn_")) return hamming(convolution, cutGy, settings["act"] === "none: y=-GHD");
  if (id === "fixup_basic_block") return fixupBlock;
  if (id === "fixup_encoder_layer") return fixupEncoder;
  return undefined;
}

/** The bare map of a case: a product, or a convolution without padding. */
function mapOf(convolution: boolean): NetRun["build"] {
  return (tf, net, x, weights) => {
    const { maps } = net.normaliser;
    if (!maps) throw new Error(`${net.normaliser.id} replaces no maps`);
    const window = convolution ? 2 * 2 * 4 : 4;
    return maps.map(tf, x, {
      weights,
      mask: null,
      mode: net.mode,
      clock: { step: 1, steps: 3, warmUp: 0, alpha: 0.9 },
      fanIn: window,
      branch: null,
      apply: (from, weight) =>
        convolution ? tf.convolution(from, weight, 1, "valid") : tf.linear(from, weight),
    });
  };
}

function weightNorm(
  convolution: boolean,
  cutGy: readonly number[],
  meanOnly: boolean,
): NetworkCounterpart {
  const map = mapOf(convolution);
  const weights = [plain("v", "v"), plain("g", "g")];
  if (!meanOnly)
    return { normaliser: "weight-norm", weights: [...weights, plain("b", "b")], cutGy, build: map };
  return {
    normaliser: "weight-norm-mean-only",
    alpha: 0.9,
    weights: [...weights, plain("b", "site norm bias")],
    memory: { running_mean: "mean" },
    cutGy,
    build: (tf, net, x, held) => net.normalise("site", map(tf, net, x, held), null),
  };
}

function hamming(
  convolution: boolean,
  cutGy: readonly number[],
  bare: boolean,
): NetworkCounterpart {
  const map = mapOf(convolution);
  return {
    normaliser: "generalised-hamming",
    params: { activation: "half" },
    weights: [plain("w", "weight")],
    cutGy,
    build: (tf, net, x, held) => {
      const y = map(tf, net, x, held);
      return bare ? y : net.activate("activation", y, "branch");
    },
  };
}

const fixupBlock: NetworkCounterpart = {
  normaliser: "fixup",
  weights: [
    plain("conv1", "block a weight"),
    plain("conv2", "block b weight"),
    plain("scale", "block scale"),
    plain("bias1a", "block shift"),
    plain("bias1b", "block a activation shift"),
    plain("bias2a", "block a activation shift after"),
    plain("bias2b", "block shift after"),
  ],
  cutX: [3, 3, 2, 2],
  cutGy: [3, 3, 2, 2],
  build: (_, net, x) => basicBlock(net, "block", x, { outputs: 2, stride: 1, branches: 8 }),
};

const fixupEncoder: NetworkCounterpart = {
  normaliser: "fixup",
  weights: [
    ...["query", "key", "value"].map((what, i): Renamed => ({
      theirs: "in_proj",
      ours: `encoder 1 attention ${what} weight`,
      turned: true,
      rows: [4 * i, 4 * i + 4],
    })),
    { theirs: "out_proj", ours: "encoder 1 attention out weight", turned: true },
    { theirs: "fc1", ours: "encoder 1 feed-forward in weight", turned: true },
    { theirs: "fc2", ours: "encoder 1 feed-forward out weight", turned: true },
    { theirs: "shift0", ours: "encoder 1 attention shift", negated: true },
    { theirs: "shift1", ours: "encoder 1 feed-forward shift", negated: true },
    { theirs: "shift2", ours: "encoder 1 feed-forward hidden shift", negated: true },
    { theirs: "shift3", ours: "encoder 1 feed-forward hidden shift after", negated: true },
    plain("scale0", "encoder 1 attention scale"),
    plain("scale1", "encoder 1 feed-forward scale"),
  ],
  build(tf, net, x) {
    const mask = tf.fill([...x.shape.slice(0, -1), 1], 1);
    const shape = {
      name: "encoder",
      causal: false,
      layers: 1,
      width: 4,
      hidden: 6,
      heads: 2,
      placement: "pre-norm",
    } as const;
    return encode(tf, net, x, mask, shape);
  },
};
