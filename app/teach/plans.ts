/** A stretch of a lesson in class: how long, what is on the wall, what to do, and what to ask. */
export interface PlanPart {
  readonly minutes: number;
  readonly title: string;
  /** As the laboratory's address has it; shown as a presenter sees it. */
  readonly query: string;
  readonly doing: string;
  readonly asking: string;
}

export interface Plan {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly PlanPart[];
}

const FIGURE = "preset=paper-figure-2";
const SMALL = "preset=small-batches";
const ORDER = "preset=paper-order";
const GAP = "preset=post-norm-gap&batchStatistics=true";
const QUADRATIC = "preset=quadratic-mean&metric=discrepancy";
const STABILITY = "preset=nu-stability";

/** For a class that knows what a network, a batch and a loss are. */
export const plans: readonly Plan[] = [
  {
    id: "fifteen",
    title: "Fifteen minutes: one question",
    parts: [
      {
        minutes: 3,
        title: "What does the layer remember?",
        query: FIGURE,
        doing:
          "Write running ← α · running + (1 − α) · batch on the board. Press Step a few times.",
        asking:
          "A network is trained with one set of numbers and used with another. When is that harmless?",
      },
      {
        minutes: 2,
        title: "Predict",
        query: FIGURE,
        doing:
          "Before Play: which of the two networks, on pictures or on text, will stray further?",
        asking: "Hands up for pictures, for text, for no difference. Write the counts down.",
      },
      {
        minutes: 5,
        title: "Observe",
        query: FIGURE,
        doing: "Play. Change Layer from “last” to “first”, then Metric to “relative”.",
        asking: "How many times further? Does it depend on the ruler?",
      },
      {
        minutes: 5,
        title: "Explain",
        query: `${ORDER}&lanes=batch-norm`,
        doing: "Turn tokens per batch to 32, then to 512.",
        asking: "Why are 128 tokens not 128 independent rows? What is the shaded area?",
      },
    ],
  },
  {
    id: "forty-five",
    title: "Forty-five minutes: from BN to PowerNorm",
    parts: [
      {
        minutes: 8,
        title: "Pictures against text",
        query: FIGURE,
        doing: "As in the fifteen minutes: predict, then Play.",
        asking: "Which of the two layers would you trust at inference?",
      },
      {
        minutes: 7,
        title: "Shrink the batch",
        query: SMALL,
        doing: "Four pictures a step. Then turn “Images per batch” up to 64.",
        asking: "Why do GN and LN not care?",
      },
      {
        minutes: 8,
        title: "What does it cost?",
        query: GAP,
        doing: "Play to the first evaluations; then turn α down to 0.9.",
        asking: "Why has LN no gap? Why does a longer memory make BN’s larger here?",
      },
      {
        minutes: 7,
        title: "Why a quadratic mean?",
        query: QUADRATIC,
        doing: "Compare the three panels at the last layer, then at the first.",
        asking: "ψ² = σ² + µ². When is ψ calmer than σ, and when is it not?",
      },
      {
        minutes: 10,
        title: "PN, LN, PN-V and BN",
        query: ORDER,
        doing: "Play; while it runs read “What was found” below the charts.",
        asking: "Which differences may one speak of after five seeds?",
      },
      {
        minutes: 5,
        title: "What keeps ν stable?",
        query: STABILITY,
        doing: "Look at Γ against its limit, then turn α down to 0.5.",
        asking: "Who pays for a backward pass that is only approximate, and when?",
      },
    ],
  },
];
