/** What is measured: a link's query for each experiment. Held-out evaluation is put off, since it is the step that counts. */
const CALM = "evaluateEvery=1000&steps=20000";

export const EXPERIMENTS = {
  "paper-order": { query: `preset=paper-order&${CALM}`, warmSteps: 40, steps: 10 },
  "paper-figure-2": { query: `preset=paper-figure-2&${CALM}`, warmSteps: 40, steps: 10 },
  // 6n + 2 layers at n = 3 (He et al., 2016, section 4.2).
  "resnet-20": {
    query: `preset=paper-order&workload=images&model=res-net&lanes=batch-norm&images.size=32&images.imagesPerBatch=32&res-net.blocks=3&res-net.width=16&${CALM}`,
    warmSteps: 1,
    steps: 1,
  },
};

export const ENGINES = ["fused", "composed"];
