import { defineLesson } from "../define-lesson.ts";
import { gapOf, hasTaken } from "../measured.ts";
import type { Run } from "../measured.ts";
import { textSetup } from "../setups.ts";
import { evaluateStack, expectedOfStack } from "../stack/stacked-norms.ts";
import { At, Lane, LabLink, Live, Source } from "../words.tsx";

const ISSUE = "https://github.com/pytorch/pytorch/issues/100048";
const STEPS = 60;

const measured = ({ stack }: Run): number | null => evaluateStack(stack).at(-1) ?? null;
const expected = ({ stack }: Run): number => expectedOfStack(stack);
/** What one layer loses. */
const ofOne = ({ stack }: Run): number => 1 - expectedOfStack({ ...stack, layers: 1 });
const ofTwenty = ({ stack }: Run): number =>
  1 - (evaluateStack({ ...stack, layers: 20 }).at(-1) ?? 1);

const unbiasedGap = (run: Run): number | null => gapOf(run, "batch-norm");
const biasedGap = (run: Run): number | null => gapOf(run, "batch-norm-2");

/** The networks are looked at in the last two steps only; until then the stack is. */
const SETUP = textSetup({
  lanes: "batch-norm,batch-norm",
  "lane2.runningVariance": "biased",
  "translation.tokensPerBatch": 16,
  learningRate: 0.01,
  warmUp: 20,
  evaluateEvery: 10,
  steps: STEPS,
});

export const biased = defineLesson({
  id: "biased",
  title: "Biased or unbiased?",
  minutes: 4,
  objectives: [
    "You know by what a batch’s variance is divided, and by what the remembered one.",
    "You can compute what twenty layers make of that, and have checked it.",
  ],
  steps: [
    {
      id: "count",
      heading: "N or N − 1",
      setup: SETUP,
      panels: ["stack"],
      controls: [],
      words: (
        <>
          <p>
            The variance of N rows can be their squares’ sum divided by N: that is what{" "}
            <Lane id="batch-norm" /> divides by in training. Divided by N − 1 it is an unbiased
            guess at the variance of all rows there are; that is what PyTorch remembers for
            inference.
          </p>
          <p>
            So the same batch comes out smaller at inference, by a share of <Live read={ofOne} />{" "}
            after one layer. How few rows make that more than a twentieth?
          </p>
        </>
      ),
      deed: {
        sentence: "Turn “Rows in the batch” down until one layer loses more than 0.05.",
        isDone: (run) => ofOne(run) > 0.05,
      },
      notes: [
        { label: "rows in the batch", read: ({ stack }) => stack.rows },
        { label: "share lost by one layer", read: ofOne },
      ],
    },
    {
      id: "predict",
      heading: "Twenty of them",
      panels: [],
      controls: [],
      words: (
        <p>
          With 64 rows one layer loses 0.008 of the size, not even a hundredth. Somebody stacked
          twenty of them, with 64 rows, and{" "}
          <Source href={ISSUE}>reported what came out at inference</Source>.
        </p>
      ),
      ask: {
        kind: "sketches",
        question: "After twenty layers, the output at inference is, against training,",
        options: [
          {
            id: "hundredth",
            label: "still within a hundredth: each layer normalises anew.",
            sketch: [[0.85, 0.85, 0.845, 0.85, 0.845]],
            holds: (run) => ofTwenty(run) < 0.02,
            answer: (
              <>
                In training each layer does. At inference it divides by what it remembers, whatever
                comes in, so what is lost below is not given back above: see{" "}
                <At panel="stack">the line fall</At>.
              </>
            ),
          },
          {
            id: "seventh",
            label: "smaller by about a seventh.",
            sketch: [[0.85, 0.8, 0.76, 0.72, 0.69]],
            holds: (run) => ofTwenty(run) >= 0.02 && ofTwenty(run) < 0.3,
            answer:
              "Each layer multiplies by √(63/64), so twenty by √(63/64)²⁰ = 0.854. The issue’s own numbers, 0.3407 over 0.3988, are 0.854 too.",
          },
          {
            id: "larger",
            label: "larger: an unbiased variance is larger.",
            sketch: [[0.6, 0.66, 0.73, 0.8, 0.88]],
            holds: (run) => ofTwenty(run) < -0.02,
            answer: (
              <>
                The variance is larger, and it is what one divides by: so{" "}
                <At panel="stack">the output</At> is smaller.
              </>
            ),
          },
          {
            id: "gone",
            label: "all but gone.",
            sketch: [[0.85, 0.4, 0.2, 0.1, 0.05]],
            holds: (run) => ofTwenty(run) >= 0.3,
            answer: (
              <>
                With two or three rows it would be. With 64 a layer keeps 0.992: see{" "}
                <At panel="stack">the line</At>.
              </>
            ),
          },
        ],
      },
    },
    {
      id: "stack",
      heading: "Stack them",
      panels: ["stack"],
      controls: [],
      reveals: "predict",
      words: (
        <p>
          The stack gives <Live read={measured} />; √((N − 1)/N) to the power of its layers is{" "}
          <Live read={expected} />.
        </p>
      ),
      deed: {
        sentence: "Set 64 rows and 20 layers.",
        isDone: ({ stack }) =>
          stack.rows === 64 && stack.layers === 20 && stack.runningVariance === "unbiased",
      },
      notes: [
        { label: "share left after 20 layers, 64 rows, computed layer by layer", read: measured },
        { label: "√(63/64)²⁰", read: expected },
      ],
    },
    {
      id: "mend",
      heading: "What mends it?",
      panels: ["stack"],
      controls: [],
      words: (
        <p>
          If a layer remembers what it divided by, the same batch gives the same output. It is now{" "}
          <Live read={measured} /> of it.
        </p>
      ),
      deed: {
        sentence: "Let the layers remember the variance divided by N.",
        isDone: ({ stack }) => stack.runningVariance === "biased",
      },
      notes: [{ label: "share left when N is remembered", read: measured }],
    },
    {
      id: "network",
      heading: "In a network that learns",
      setup: SETUP,
      panels: ["gap"],
      controls: ["play", "reset"],
      words: (
        <>
          <p>
            Here two networks learn to translate from batches of 16 tokens or so. “BN” remembers N −
            1, “BN 2” remembers N; nothing else differs. Neither is ever asked about the very batch
            it remembers, but about sentences that it has not seen.
          </p>
          <p>
            Their gaps are <Live read={unbiasedGap} unit="nats" /> and{" "}
            <Live read={biasedGap} unit="nats" />.
          </p>
        </>
      ),
      deed: {
        sentence: `Press Play, and let both take their ${STEPS} steps.`,
        isDone: (run) => hasTaken(run, STEPS) && biasedGap(run) !== null,
      },
      notes: [
        { label: "gap, unbiased variance remembered", unit: "nats", read: unbiasedGap },
        { label: "gap, biased variance remembered", unit: "nats", read: biasedGap },
      ],
    },
    {
      id: "explain",
      heading: "Is it a bug?",
      panels: ["gap"],
      controls: [],
      words: (
        <p>
          Both are switches of <Lane id="batch-norm" />{" "}
          <LabLink query="lanes=batch-norm,batch-norm&lane2.runningVariance=biased">
            in the laboratory
          </LabLink>
          , among the settings of its lane.
        </p>
      ),
      ask: {
        kind: "question",
        question: "Twenty stacked norms shrink by a seventh at inference. Is that a bug?",
        options: [
          {
            id: "bug",
            label: "Yes: training and inference must agree.",
            isRight: false,
            answer: (
              <>
                They agree on the batch that is remembered only if N is. But inference is about rows
                that were not in it, and N − 1 is the better guess at those. In{" "}
                <At panel="gap">a network with other layers between</At> little of it is left.
              </>
            ),
          },
          {
            id: "choice",
            label: "No: a choice, whose price grows with depth and with small batches.",
            isRight: true,
            answer: "And one to know before numbers are compared with those of another library.",
          },
          {
            id: "rounding",
            label: "No: rounding errors add up.",
            isRight: false,
            answer: (
              <>
                The stack was computed with 64 bits, and met √((N − 1)/N) to the power of its layers
                to five places.
              </>
            ),
          },
        ],
      },
    },
  ],
});
