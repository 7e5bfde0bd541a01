import { defineLesson } from "../define-lesson.ts";
import { hasTaken, lastOf, medianOf, settingOf } from "../measured.ts";
import type { LineOf, Run } from "../measured.ts";
import { laterHalf } from "../ask-parts.ts";
import { textSetup } from "../setups.ts";
import { At, Lane, Live, Turn } from "../words.tsx";

const MEAN: LineOf = { of: "distance", lane: "batch-norm", statistic: "mean" };
const STEPS = 60;
const SHORT = "distance of µ with α = 0.9, median of steps 41 to 60";
const LONG = "distance of µ with α = 0.99, median of steps 41 to 60";

const setup = (alpha: number): string => textSetup({ lanes: "batch-norm", alpha, steps: STEPS });

function alphaOf(run: Run): number {
  return Number(settingOf(run, "alpha"));
}

/** The share of what is remembered that is older than so many steps. */
function olderThan(steps: number) {
  return (run: Run): number => alphaOf(run) ** steps;
}

const afterForty = (run: Run): number | null => medianOf(run, MEAN, 40);

export const remember = defineLesson({
  id: "remember",
  title: "What does the layer remember?",
  minutes: 4,
  objectives: [
    "You can say what a running average is made of, and turn its memory.",
    "You have seen a memory that is too long for a network that changes.",
  ],
  steps: [
    {
      id: "meet",
      heading: "A layer meets a batch",
      setup: setup(0.9),
      panels: ["distance"],
      controls: ["step"],
      words: (
        <>
          <p>
            This network learns to translate, and normalises with <Lane id="batch-norm" />. At every
            step it takes the mean µ and the variance σ² of each channel over the batch at hand, and
            uses them.
          </p>
          <p>
            At inference there may be no batch. So it also keeps a running average of both: that is
            all it remembers. <At panel="distance">The charts</At> show how far this batch lies from
            it, at the encoder’s last norm: µ is now <Live read={(run) => lastOf(run, MEAN)} />{" "}
            away.
          </p>
        </>
      ),
      deed: {
        sentence: "Press Step three times, and see one point come for each batch.",
        isDone: (run) => hasTaken(run, 3),
      },
    },
    {
      id: "by-hand",
      heading: "Remembering, by hand",
      panels: ["distance"],
      controls: ["setting:alpha"],
      words: (
        <>
          <p>
            After each batch, the memory keeps a share α of itself and takes the rest from the
            batch: new = α · old + (1 − α) · batch. With α = 0.9, a memory of 0 that meets a batch
            of 1 becomes 0.1, and after a second one 0.19.
          </p>
          <p>
            Here α is <Turn setting="alpha" stops={[0, 0.5, 0.9, 0.99, 0.999]} />. So of what the
            layer knows, a share of <Live read={olderThan(10)} /> is older than ten batches, and{" "}
            <Live read={olderThan(50)} /> older than fifty.
          </p>
        </>
      ),
      deed: {
        sentence: "Turn α until more than half of the memory is older than fifty batches.",
        isDone: (run) => olderThan(50)(run) > 0.5,
      },
    },
    {
      id: "birth",
      heading: "It has to forget its birth",
      setup: setup(0.9),
      panels: ["distance"],
      controls: ["play", "reset"],
      words: (
        <>
          <p>
            Before it has seen anything, a layer remembers a mean of 0 and a variance of 1. With α =
            0.9, ten batches take two thirds of that away.
          </p>
          <p>
            Look at µ, the first chart: how fast does the distance fall, and does it come to zero?
            It is now <Live read={(run) => lastOf(run, MEAN)} />.
          </p>
        </>
      ),
      deed: {
        sentence: `Press Play (or Space), and let it take its ${STEPS} steps.`,
        isDone: (run) => hasTaken(run, STEPS),
      },
      notes: [{ label: SHORT, read: afterForty }],
    },
    {
      id: "predict",
      heading: "Now with a long memory",
      setup: setup(0.99),
      panels: [],
      controls: [],
      words: (
        <p>
          The same network, the same batches, but α = 0.99 from the first step: ten times the
          memory. With α = 0.9 the distance of µ ended at about{" "}
          <Live read={(run) => run.noted("birth", SHORT)} />.
        </p>
      ),
      ask: {
        kind: "drawing",
        question: "How will the distance of µ go with α = 0.99?",
        line: MEAN,
        steps: STEPS,
        values: [0, 0.2],
        yLabel: "distance of µ",
        answers: [
          {
            id: "too-low",
            fits: ({ drawn, measured }) =>
              (laterHalf(drawn) ?? 0) < 0.6 * (laterHalf(measured) ?? 0),
            words: (
              <>
                A longer memory averages over more batches, and would lie closer if nothing else
                moved. But this one has not yet forgotten its birth, and the network moves on.{" "}
                <At panel="distance">The first chart</At> shows both.
              </>
            ),
          },
          {
            id: "too-high",
            fits: ({ drawn, measured }) =>
              (laterHalf(drawn) ?? 0) > 1.6 * (laterHalf(measured) ?? 0),
            words: (
              <>
                It lags, but it does come closer: one hundredth of the way at each step. See the
                slope in <At panel="distance">the first chart</At>.
              </>
            ),
          },
          {
            id: "near",
            fits: () => true,
            words: (
              <>
                Near. After sixty steps more than half of the memory, 0.99⁶⁰ = 0.55, is still what
                the layer was born with.
              </>
            ),
          },
        ],
      },
    },
    {
      id: "observe",
      heading: "What it gives",
      panels: ["distance"],
      controls: ["play", "reset"],
      reveals: "predict",
      words: (
        <p>
          With α = 0.9 it was <Live read={(run) => run.noted("birth", SHORT)} />; now it is{" "}
          <Live read={(run) => lastOf(run, MEAN)} />.
        </p>
      ),
      deed: {
        sentence: `Press Play, and let it take its ${STEPS} steps.`,
        isDone: (run) => hasTaken(run, STEPS) && alphaOf(run) === 0.99,
      },
      notes: [{ label: LONG, read: afterForty }],
    },
    {
      id: "explain",
      heading: "Which memory is best?",
      panels: ["distance"],
      controls: ["play", "reset", "setting:alpha"],
      words: (
        <p>Try others if you like: Reset, turn α, Play. α = 0 remembers the last batch alone.</p>
      ),
      ask: {
        kind: "question",
        question: "What makes a good α?",
        options: [
          {
            id: "longest",
            label: "The largest: it averages over the most batches.",
            isRight: false,
            answer: (
              <>
                It averages over batches of a network that no longer exists: in these sixty steps α
                = 0.99 left µ at <Live read={(run) => run.noted("observe", LONG)} />, α = 0.9 at{" "}
                <Live read={(run) => run.noted("birth", SHORT)} />. See{" "}
                <At panel="distance">the first chart</At>.
              </>
            ),
          },
          {
            id: "none",
            label: "Zero: the newest batch is the closest to now.",
            isRight: false,
            answer: (
              <>
                One batch is a noisy guess at the next. If nothing moved, two batches would lie √2
                times as far apart as one lies from a long average. Set α to 0 and see{" "}
                <At panel="distance">the middle chart</At>.
              </>
            ),
          },
          {
            id: "balance",
            label: "Long against the noise of a batch, short against the change of the network.",
            isRight: true,
            answer: "So there is no best α for all of training: early on the network changes fast.",
          },
          {
            id: "nothing",
            label: "It does not matter: training uses the batch’s own statistics.",
            isRight: false,
            answer:
              "Training, yes. Inference uses the memory and nothing else, so it matters whenever the network is asked.",
          },
        ],
      },
    },
  ],
});
