import type { BatchOf, ImageBatch } from "../contract/batch.ts";
import { defineModel } from "../contract/model.ts";
import type { BranchPlace, MapPart, Net } from "../contract/net.ts";
import type { Tensor } from "../tensor/ops.ts";
import { glorot, he } from "./initialisation.ts";

/**
 * The CIFAR ResNet (He et al., 2016, section 4.2): a 3×3 stem, three stages of n basic blocks with widths w, 2w, 4w, and
 * global average pooling. n = 3 and w = 16 is ResNet-20. Where a stage narrows the picture, the shortcut is a 1×1
 * convolution with its own norm, so that every normaliser meets the same places.
 */
export default defineModel({
  id: "res-net",
  name: "ResNet",
  about: "Convolutions with shortcuts; every norm is under test.",
  learns: "images",
  params: {
    blocks: {
      kind: "range",
      label: "Blocks a stage",
      about: "Depth: 6n + 2 layers. Three blocks make ResNet-20 at width 16.",
      effect: "restart",
      min: 1,
      max: 5,
      step: 1,
      unit: "blocks",
      initial: 1,
    },
    width: {
      kind: "range",
      label: "Width",
      about: "Channels of the first stage; the second has twice, the third four times as many.",
      effect: "restart",
      min: 4,
      max: 32,
      step: 4,
      unit: "channels",
      initial: 8,
    },
  },
  traits: () => ({ layout: "image", placement: "convolution", causal: false }),
  heads: () => 1,
  branches: ({ blocks }) => 3 * blocks,
  forward(tf, net, batch: BatchOf<ImageBatch, Tensor>, facts, { blocks, width }) {
    if (facts.kind !== "images") throw new Error(`a ResNet cannot learn ${facts.kind}`);
    let x = convolve(net, "stem", net.input(batch.pixels), {
      part: "convolution",
      outputs: width,
      size: 3,
      stride: 1,
    });
    x = net.activate("stem activation", net.normalise("stem", x, null), "stem");
    for (let stage = 1; stage <= 3; stage++)
      for (let block = 1; block <= blocks; block++)
        x = basicBlock(net, `stage ${stage} block ${block}`, x, {
          outputs: width * 2 ** (stage - 1),
          stride: stage > 1 && block === 1 ? 2 : 1,
          branches: 3 * blocks,
        });
    const pooled = tf.mean(x, [1, 2]); // [images, channels]
    return {
      logits: classify(net, pooled, facts.classes.length),
      labels: batch.labels,
      rowMask: null,
    };
  },
});

interface BlockShape {
  readonly outputs: number;
  readonly stride: number;
  readonly branches: number;
}

/** conv → norm → relu → conv → norm, added to the shortcut, then relu. */
export function basicBlock(
  net: Net,
  name: string,
  x: Tensor,
  { outputs, stride, branches }: BlockShape,
): Tensor {
  const inputs = x.shape.at(-1) ?? 1;
  const shortcut =
    stride === 1 && inputs === outputs
      ? x
      : net.normalise(
          `${name} shortcut`,
          convolve(net, `${name} shortcut`, x, { part: "shortcut", outputs, size: 1, stride }),
          null,
        );
  const place = (position: number): BranchPlace => ({ branches, maps: 2, position });
  const sum = net.residual(name, shortcut, x, (z) => {
    const part = "convolution" as const;
    const first = convolve(net, `${name} a`, z, {
      part,
      outputs,
      size: 3,
      stride,
      branch: place(0),
    });
    const hidden = net.activate(
      `${name} a activation`,
      net.normalise(`${name} a`, first, null),
      "branch",
    );
    const second = convolve(net, `${name} b`, hidden, {
      part,
      outputs,
      size: 3,
      stride: 1,
      branch: place(1),
    });
    return net.normalise(`${name} b`, second, null);
  });
  return net.activate(`${name} activation`, sum, "sum");
}

interface ConvolveShape {
  readonly part: MapPart;
  readonly outputs: number;
  readonly size: number;
  readonly stride: number;
  readonly branch?: BranchPlace;
}

function convolve(net: Net, name: string, x: Tensor, shape: ConvolveShape): Tensor {
  const inputs = x.shape.at(-1) ?? 1;
  return net.convolution(name, x, {
    ...shape,
    init: he(inputs * shape.size ** 2),
    bias: false,
    mask: null,
  });
}

function classify(net: Net, x: Tensor, classes: number): Tensor {
  const inputs = x.shape.at(-1) ?? 1;
  const init = glorot(inputs, classes);
  return net.linear("classifier", x, {
    part: "classifier",
    outputs: classes,
    init,
    bias: true,
    mask: null,
  });
}
