import type { Preset } from "../contract/experiment.ts";
import batchNorm from "../normalisers/batch-norm.ts";
import { experiment, imageTask, lane } from "./build.ts";

/** The size of the paper's network on pictures (figure 2): ResNet-20, 32 pixels a side, 128 pictures a step. */
const preset: Preset = {
  id: "resnet-20",
  name: "ResNet-20, full size",
  question: "How quiet is BN in a ResNet of the paper’s size?",
  about:
    "ResNet-20 on pictures of 32 pixels a side, 128 of them a step, as large as the paper’s. It is for those with a graphics card: on the processor a step takes many seconds, and the page asks before it begins. No sweep of it is recorded. Compare the distance at the first norm with that of the small one in “Pictures against text”.",
  experiment: experiment(
    [
      imageTask({
        data: { imagesPerBatch: 128, size: 32 },
        model: { blocks: 3, width: 16 },
      }),
    ],
    [lane(batchNorm)],
  ),
};

export default preset;
