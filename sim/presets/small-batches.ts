import type { Preset } from "../contract/experiment.ts";
import batchNorm from "../normalisers/batch-norm.ts";
import groupNorm from "../normalisers/group-norm.ts";
import layerNorm from "../normalisers/layer-norm.ts";
import { experiment, imageTask, lane } from "./build.ts";

const preset: Preset = {
  id: "small-batches",
  name: "Small batches",
  question: "What happens when the batch shrinks?",
  about:
    "A ResNet sees four pictures a step. BN takes its statistics from those four, GN and LN from each picture alone. See how far BN’s lie from what it remembers, and what becomes of its loss on held-out pictures; then turn “Images per batch” up to 64.",
  experiment: experiment(
    [imageTask({ data: { imagesPerBatch: 4 } })],
    [lane(batchNorm), lane(groupNorm), lane(layerNorm)],
    { steps: 400 },
  ),
};

export default preset;
