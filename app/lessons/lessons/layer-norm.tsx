import { defineLesson } from "../define-lesson.ts";
import { gapOf, hasTaken, lastOf, settingOf } from "../measured.ts";
import type { LineOf, Run } from "../measured.ts";
import { textSetup } from "../setups.ts";
import { At, Lane, Live, Turn } from "../words.tsx";

const STEPS = 80;
const GAP_OF_BN = "gap of BN’s held-out loss";
const GAP_OF_LN = "gap of LN’s held-out loss";

function heldOut(lane: string, on: "held-out" | "held-out-on-batch") {
  const line: LineOf = { of: "loss", lane, on };
  return (run: Run): number | null => lastOf(run, line);
}

const gapOfBatchNorm = (run: Run): number | null => gapOf(run, "batch-norm");
const gapOfLayerNorm = (run: Run): number | null => gapOf(run, "layer-norm");

/** Numbers are kept in 32 bits, so that two equal sums taken in another order may differ in the last place. */
const NOTHING = 1e-4;

export const layerNorm = defineLesson({
  id: "layer-norm",
  title: "What if a layer remembers nothing at all?",
  minutes: 3,
  objectives: [
    "You can say over what Layer Normalisation takes its statistics.",
    "You have seen two methods change their order between training and inference.",
  ],
  steps: [
    {
      id: "predict",
      heading: "One token at a time",
      setup: textSetup({
        lanes: "batch-norm,layer-norm",
        alpha: 0.99,
        learningRate: 0.01,
        warmUp: 30,
        "translation-transformer.placement": "post-norm",
        steps: STEPS,
      }),
      panels: [],
      controls: [],
      words: (
        <>
          <p>
            <Lane id="layer-norm" /> takes a mean and a variance too, but over the channels of one
            token, and not over the tokens of a batch. <Lane id="batch-norm" /> stands beside it.
          </p>
          <p>
            Every twenty steps both are scored on held-out sentences twice: as at inference, and
            with each held-out batch’s own statistics, as in training. The gap is the difference.
            The network learns fast here, and the memory is long (α = 0.99).
          </p>
        </>
      ),
      ask: {
        kind: "sketches",
        question: "Where will the gap of LN lie?",
        options: [
          {
            id: "as-bn",
            label: "Near that of BN: both normalise by statistics.",
            sketch: [
              [0.3, 0.5, 0.7, 0.85],
              [0.25, 0.45, 0.68, 0.8],
            ],
            holds: (run) =>
              Math.abs(gapOfLayerNorm(run) ?? 0) > 0.6 * Math.abs(gapOfBatchNorm(run) ?? 0),
            answer: (
              <>
                Both do, but a token brings its own channels along wherever it goes. Only what is
                taken over a batch has to be replaced at inference: see{" "}
                <At panel="gap">the line of LN</At>.
              </>
            ),
          },
          {
            id: "smaller",
            label: "Above zero, but below that of BN: its memory is better.",
            sketch: [
              [0.3, 0.5, 0.7, 0.85],
              [0.15, 0.25, 0.3, 0.35],
            ],
            holds: (run) => (gapOfLayerNorm(run) ?? 0) > NOTHING,
            answer: (
              <>
                It has none, neither good nor bad. In training and at inference it does the same
                with each token: see <At panel="gap">its line</At>.
              </>
            ),
          },
          {
            id: "zero",
            label: "Exactly on zero.",
            sketch: [
              [0.3, 0.5, 0.7, 0.85],
              [0, 0, 0, 0],
            ],
            holds: (run) => Math.abs(gapOfLayerNorm(run) ?? 1) <= NOTHING,
            answer:
              "There is nothing that could differ: a token’s statistics are its own, with a batch around it or without.",
          },
          {
            id: "below",
            label: "Below zero: inference is easier than training.",
            sketch: [
              [0.5, 0.6, 0.75, 0.85],
              [0.3, 0.2, 0.15, 0.1],
            ],
            holds: (run) => (gapOfLayerNorm(run) ?? 0) < -NOTHING,
            answer: (
              <>
                Dropout makes training harder than inference, and there is none here. What{" "}
                <At panel="gap">the gap</At> compares is statistics alone.
              </>
            ),
          },
        ],
      },
    },
    {
      id: "observe",
      heading: "Two scores for one network",
      panels: ["gap", "loss"],
      controls: ["play", "reset"],
      reveals: "predict",
      words: (
        <p>
          The gap of <Lane id="batch-norm" /> is now <Live read={gapOfBatchNorm} unit="nats" />,
          that of <Lane id="layer-norm" /> <Live read={gapOfLayerNorm} unit="nats" />.
        </p>
      ),
      deed: {
        sentence: `Press Play (or Space), and let it take its ${STEPS} steps.`,
        isDone: (run) => hasTaken(run, STEPS) && gapOfLayerNorm(run) !== null,
      },
      notes: [
        { label: GAP_OF_BN, unit: "nats", read: gapOfBatchNorm },
        { label: GAP_OF_LN, unit: "nats", read: gapOfLayerNorm },
        {
          label: "BN’s held-out loss with each batch’s own statistics",
          unit: "nats",
          read: heldOut("batch-norm", "held-out-on-batch"),
        },
        { label: "LN’s held-out loss", unit: "nats", read: heldOut("layer-norm", "held-out") },
      ],
    },
    {
      id: "order",
      heading: "Which is better?",
      panels: ["loss", "gap"],
      controls: ["view"],
      words: (
        <>
          <p>
            With each batch’s own statistics <Lane id="batch-norm" /> has a held-out loss of{" "}
            <Live read={heldOut("batch-norm", "held-out-on-batch")} unit="nats" />, with what it
            remembers <Live read={heldOut("batch-norm", "held-out")} unit="nats" />.{" "}
            <Lane id="layer-norm" /> has{" "}
            <Live read={heldOut("layer-norm", "held-out")} unit="nats" /> either way.
          </p>
          <p>
            Switch on “Held-out loss with batch statistics too” above{" "}
            <At panel="loss">the losses</At> and see both: thick is what inference gives, thin what
            training had.
          </p>
        </>
      ),
      deed: {
        sentence: "Switch the held-out loss with batch statistics on.",
        isDone: ({ state }) => state.batchStatistics,
      },
    },
    {
      id: "tiny",
      heading: "A batch of almost nothing",
      panels: ["gap"],
      controls: ["play", "reset", "batch"],
      words: (
        <p>
          A batch now has room for{" "}
          <Turn setting="translation.tokensPerBatch" stops={[16, 32, 64]} />. Make it the smallest
          and play: two or three sentences a step. What becomes of the gap of{" "}
          <Lane id="layer-norm" />? It is <Live read={gapOfLayerNorm} unit="nats" />.
        </p>
      ),
      deed: {
        sentence: "Turn the batch down to 16 tokens, and play to the first evaluation, at step 20.",
        isDone: (run) =>
          settingOf(run, "translation.tokensPerBatch") === 16 &&
          hasTaken(run, 20) &&
          gapOfLayerNorm(run) !== null,
      },
      notes: [{ label: "gap of LN with 16 tokens a batch", unit: "nats", read: gapOfLayerNorm }],
    },
    {
      id: "explain",
      heading: "What LN does not need",
      panels: ["gap"],
      controls: [],
      words: (
        <p>
          That is why language models use it, or RMSNorm, its sister without a mean: they answer one
          request at a time, of any length. It does not make <Lane id="layer-norm" /> the better
          learner; on pictures it is usually a little behind.
        </p>
      ),
      ask: {
        kind: "question",
        question: "What has to be saved with a trained network, so that LN works at inference?",
        options: [
          {
            id: "running",
            label: "A running mean and variance of every channel.",
            isRight: false,
            answer: (
              <>
                That is BN’s memory. In <At panel="gap">the gap</At> LN lies on zero because it has
                none.
              </>
            ),
          },
          {
            id: "affine",
            label: "Its γ and β, as for any layer’s weights, and nothing else.",
            isRight: true,
            answer: "The statistics come with each token.",
          },
          {
            id: "batch",
            label: "The size of the batch it was trained with.",
            isRight: false,
            answer: (
              <>
                It never looked at the batch: with 16 tokens its gap was the same. See{" "}
                <At panel="gap">the line</At>.
              </>
            ),
          },
        ],
      },
    },
  ],
});
