import { defineLesson } from "../define-lesson.ts";
import { hasTaken, largestGapOf, largestOf, lastOf, settingOf } from "../measured.ts";
import type { LineOf, Run } from "../measured.ts";
import { textSetup } from "../setups.ts";
import { At, Lane, LabLink, Live, Turn } from "../words.tsx";
import { gammaSteps } from "./gamma-steps.tsx";

const OUTLIER = 40;
const TIMES = 100;
const STEPS = 80;
const HIGH_RATE = 0.3;

/** A gap that is seen. */
const NOTICED = 0.03;
const VARIANCE: LineOf = { of: "distance", lane: "batch-norm", statistic: "variance" };
const OWN: LineOf = {
  of: "distance",
  lane: "power-norm",
  statistic: "quadratic-mean",
  what: "own",
};

const gap = (lane: string) => (run: Run) => largestGapOf(run, lane, OUTLIER);
function heldOut(lane: string) {
  return (run: Run): number | null => lastOf(run, { of: "loss", lane, on: "held-out" });
}

export const breakIt = defineLesson({
  id: "break",
  title: "How do you break it?",
  minutes: 4,
  objectives: [
    "You have seen what one outlier does to a memory, and how long.",
    "You know what Γ is, and what a norm protects a network from.",
  ],
  steps: [
    {
      id: "predict",
      heading: "One batch out of line",
      setup: textSetup({
        lanes: "batch-norm,power-norm,layer-norm",
        learningRate: 0.003,
        warmUp: 20,
        evaluateEvery: 5,
        steps: STEPS,
        scale: "log",
        do: `outlier@${OUTLIER + 1}x${TIMES}`,
      }),
      panels: [],
      controls: [],
      words: (
        <p>
          At step {OUTLIER + 1} the input of one batch is multiplied by {TIMES}: a broken sensor, a
          wrong unit. The norms take scale away, so that batch itself does little harm. But{" "}
          <Lane id="batch-norm" /> and <Lane id="power-norm" /> have a memory.
        </p>
      ),
      ask: {
        kind: "sketches",
        question: "What happens to the held-out loss at inference, after that batch?",
        options: [
          {
            id: "diverges",
            label: "A network diverges.",
            sketch: [[0.2, 0.2, 0.2, 0.9, 1, 1]],
            holds: ({ state }) => state.diverged.length > 0,
            answer: (
              <>
                The batch was normalised by its own statistics, so its gradients were of the usual
                size. What it left behind is a memory: see{" "}
                <At panel="distance">the second chart</At>.
              </>
            ),
          },
          {
            id: "bn",
            label: "BN’s (solid) falls behind what it was; those of the others do not.",
            sketch: [
              [0.6, 0.55, 0.5, 0.58, 0.53, 0.48],
              [0.6, 0.55, 0.5, 0.46, 0.43, 0.4],
            ],
            holds: (run) =>
              (gap("batch-norm")(run) ?? 0) > NOTICED && (gap("power-norm")(run) ?? 1) <= NOTICED,
            answer: (
              <>
                A tenth of the outlier’s variance, ten thousand times the usual, is in the memory,
                halves every seven steps, and so is still there after forty.{" "}
                <Lane id="power-norm" /> scales each token first, so its own memory hardly saw it:
                the dotted line in <At panel="distance">the third chart</At>.
              </>
            ),
          },
          {
            id: "memories",
            label: "Those of BN and PN fall behind: both remember.",
            sketch: [
              [0.6, 0.55, 0.5, 0.58, 0.53, 0.48],
              [0.6, 0.55, 0.5, 0.56, 0.52, 0.47],
            ],
            holds: (run) =>
              (gap("batch-norm")(run) ?? 0) > NOTICED && (gap("power-norm")(run) ?? 0) > NOTICED,
            answer: (
              <>
                <Lane id="power-norm" /> remembers what is left after each token was scaled by
                itself, and there the outlier is gone: see its dotted line in{" "}
                <At panel="distance">the third chart</At>.
              </>
            ),
          },
          {
            id: "nothing",
            label: "Nothing: the norms take scale away.",
            sketch: [[0.6, 0.55, 0.5, 0.46, 0.43, 0.4]],
            holds: (run) => (gap("batch-norm")(run) ?? 1) <= NOTICED,
            answer: (
              <>
                From that batch they do. What is remembered of it is another matter:{" "}
                <At panel="distance">the second chart</At> needs a log scale to show it.
              </>
            ),
          },
        ],
      },
    },
    {
      id: "observe",
      heading: "See it pass",
      panels: ["distance", "gap"],
      controls: ["play", "reset", "view"],
      reveals: "predict",
      words: (
        <p>
          The largest gap since: <Lane id="batch-norm" />{" "}
          <Live read={gap("batch-norm")} unit="nats" />, <Lane id="power-norm" />{" "}
          <Live read={gap("power-norm")} unit="nats" />, <Lane id="layer-norm" />{" "}
          <Live read={gap("layer-norm")} unit="nats" />. BN’s σ² was{" "}
          <Live read={(run) => largestOf(run, VARIANCE, OUTLIER)} /> away at most, PN’s own ψ²{" "}
          <Live read={(run) => largestOf(run, OWN, OUTLIER)} />.
        </p>
      ),
      deed: {
        sentence: `Press Play (or Space), and let it take its ${STEPS} steps.`,
        isDone: (run) => hasTaken(run, STEPS),
      },
      notes: [
        { label: "largest gap of BN after the outlier", unit: "nats", read: gap("batch-norm") },
        { label: "largest gap of PN after the outlier", unit: "nats", read: gap("power-norm") },
        {
          label: "largest distance of BN’s σ²",
          read: (run) => largestOf(run, VARIANCE, OUTLIER),
        },
        { label: "largest distance of PN’s own ψ²", read: (run) => largestOf(run, OWN, OUTLIER) },
      ],
    },
    ...gammaSteps,
    {
      id: "rate",
      heading: "Too fast",
      setup: textSetup({
        lanes: "none,batch-norm,layer-norm",
        learningRate: 0.003,
        warmUp: 0,
        steps: 60,
        scale: "log",
      }),
      panels: ["loss", "distance"],
      controls: ["play", "reset", "rate"],
      words: (
        <>
          <p>
            The learning rate is{" "}
            <Turn setting="learningRate" stops={[0.003, 0.01, 0.03, 0.1, 0.3, 1]} />. Three
            networks: no norm at all, <Lane id="batch-norm" />, <Lane id="layer-norm" />. Turn it up
            a hundredfold, Reset, and play.
          </p>
          <p>
            Held-out losses: none <Live read={heldOut("none")} />, <Lane id="batch-norm" />{" "}
            <Live read={heldOut("batch-norm")} />, <Lane id="layer-norm" />{" "}
            <Live read={heldOut("layer-norm")} unit="nats" />. Look at the distances too, on their
            log scale.
          </p>
        </>
      ),
      deed: {
        sentence: "Let them take 60 steps at a rate of 0.3 or more.",
        isDone: (run) => Number(settingOf(run, "learningRate")) >= HIGH_RATE && hasTaken(run, 60),
      },
      notes: [
        { label: "learning rate", read: (run) => Number(settingOf(run, "learningRate")) },
        { label: "held-out loss without a norm", unit: "nats", read: heldOut("none") },
        { label: "held-out loss with BN", unit: "nats", read: heldOut("batch-norm") },
        { label: "held-out loss with LN", unit: "nats", read: heldOut("layer-norm") },
        {
          label: "largest distance of σ² without a norm",
          read: (run) => largestOf(run, { ...VARIANCE, lane: "none" }),
        },
      ],
    },
    {
      id: "explain",
      heading: "What a norm protects from",
      panels: ["loss", "distance"],
      controls: [],
      words: (
        <p>
          Where numbers are no longer finite a lane stops, and the page says where it began. These
          small networks seldom get that far: try it in{" "}
          <LabLink query="lanes=none,batch-norm&learningRate=1&optimiser=sgd&warmUp=0">
            the laboratory
          </LabLink>
          .
        </p>
      ),
      ask: {
        kind: "question",
        question: "At a hundred times the usual rate, what do the norms do?",
        options: [
          {
            id: "learn",
            label: "They make any learning rate as good as another.",
            isRight: false,
            answer: (
              <>
                Look at <At panel="loss">the losses</At> beside those at 0.003: less is learnt. But
                something is.
              </>
            ),
          },
          {
            id: "size",
            label: "They keep what later layers see at one size, however large the weights become.",
            isRight: true,
            answer: (
              <>
                The weights grow in all three. What grows with them is seen in{" "}
                <At panel="distance">the distances</At>; what is behind a norm does not.
              </>
            ),
          },
          {
            id: "gradient",
            label: "They clip the gradients.",
            isRight: false,
            answer:
              "They make them smaller where inputs are large, since the output does not depend on their scale. Nothing is cut off.",
          },
        ],
      },
    },
  ],
});
