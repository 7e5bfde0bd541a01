import { defineLesson } from "../define-lesson.ts";
import { gapOf, hasTaken, lastOf, medianOf, settingOf } from "../measured.ts";
import type { LineOf, Run } from "../measured.ts";
import { pictureSetup } from "../setups.ts";
import { At, Lane, Live, Source, Turn } from "../words.tsx";

const STEPS = 40;
const LARGE = 32;
const SMALL = 2;

const VARIANCE: LineOf = {
  of: "distance",
  lane: "batch-norm",
  statistic: "variance",
  metric: "relative-distance",
};

const OF_LARGE = `relative distance of σ² with ${LARGE} pictures, median of steps 21 to ${STEPS}`;
const OF_SMALL = `relative distance of σ² with ${SMALL} pictures, median of steps 21 to ${STEPS}`;

const later = (run: Run): number | null => medianOf(run, VARIANCE, STEPS / 2);

function imagesOf(run: Run): unknown {
  return settingOf(run, "images.imagesPerBatch");
}

/** How many times as far as with many pictures; NaN until both are measured. */
function times(run: Run): number {
  return (later(run) ?? Number.NaN) / (run.noted("large", OF_LARGE) ?? Number.NaN);
}

const gap = (run: Run): number | null => gapOf(run, "batch-norm");

export const shrink = defineLesson({
  id: "shrink",
  title: "What happens when the batch shrinks?",
  minutes: 4,
  objectives: [
    "You can predict how noise in a batch’s statistics goes with its size.",
    "You know what of that comes back at inference, and what does not.",
  ],
  steps: [
    {
      id: "large",
      heading: "Thirty-two pictures a step",
      setup: pictureSetup({
        lanes: "batch-norm,group-norm",
        "images.imagesPerBatch": LARGE,
        metric: "relative-distance",
        steps: STEPS,
      }),
      panels: ["distance"],
      controls: ["play", "reset"],
      words: (
        <>
          <p>
            A small ResNet tells pictures apart. <Lane id="batch-norm" /> takes each channel’s
            statistics over all pixels of {LARGE} pictures; <Lane id="group-norm" /> looks at each
            picture alone.
          </p>
          <p>
            The charts show how far this batch’s statistics lie from the remembered ones, as a share
            of their size. For <Lane id="batch-norm" />
            ’s variance that is now <Live read={(run) => lastOf(run, VARIANCE)} />.
          </p>
        </>
      ),
      deed: {
        sentence: `Press Play (or Space), and let it take its ${STEPS} steps.`,
        isDone: (run) => hasTaken(run, STEPS) && imagesOf(run) === LARGE,
      },
      notes: [{ label: OF_LARGE, read: later }],
    },
    {
      id: "predict",
      heading: "And with two?",
      panels: ["distance"],
      controls: [],
      words: (
        <p>
          In the second half of the run the variance of <Lane id="batch-norm" /> lay about{" "}
          <Live read={(run) => run.noted("large", OF_LARGE)} /> away. Now the batch shrinks to{" "}
          {SMALL} pictures, a sixteenth.
        </p>
      ),
      ask: {
        kind: "sketches",
        question: "How far will it lie away?",
        options: [
          {
            id: "same",
            label: "As far as before.",
            sketch: [
              [0.9, 0.35, 0.3, 0.3, 0.3],
              [0.9, 0.33, 0.28, 0.28, 0.28],
            ],
            holds: (run) => times(run) < 1.5,
            answer: (
              <>
                The average over batches stays where it was; what grows is how far a single one
                strays from it, as <At panel="distance">the middle chart</At> shows.
              </>
            ),
          },
          {
            id: "root",
            label: "About four times as far, √16.",
            sketch: [
              [0.9, 0.2, 0.15, 0.15, 0.15],
              [0.95, 0.65, 0.5, 0.6, 0.55],
            ],
            holds: (run) => times(run) >= 1.5 && times(run) < 7,
            answer: (
              <>
                The error of a mean of independent rows goes with 1/√N. It is somewhat less here:
                pixels of one picture are alike, and the network moves in both runs. The shade in{" "}
                <At panel="distance">the charts</At> is what independent rows would give.
              </>
            ),
          },
          {
            id: "linear",
            label: "Sixteen times as far: a sixteenth of the data.",
            sketch: [
              [0.3, 0.06, 0.05, 0.05, 0.05],
              [1, 0.9, 0.8, 0.9, 0.85],
            ],
            holds: (run) => times(run) >= 7,
            answer: (
              <>
                Errors of single rows partly cancel, so the error of their mean goes with 1/√N and
                not with 1/N. See <At panel="distance">the middle chart</At>.
              </>
            ),
          },
          {
            id: "less",
            label: "Less far: fewer pictures, less variety.",
            sketch: [
              [0.9, 0.5, 0.45, 0.45, 0.45],
              [0.6, 0.2, 0.15, 0.15, 0.15],
            ],
            holds: (run) => times(run) < 0.8,
            answer: (
              <>
                Within one batch, yes. But each batch is another two pictures, and it is compared
                with what many batches left behind: see <At panel="distance">the middle chart</At>.
              </>
            ),
          },
        ],
      },
    },
    {
      id: "observe",
      heading: "Shrink it",
      panels: ["distance"],
      controls: ["play", "reset", "batch"],
      reveals: "predict",
      words: (
        <p>
          A batch is now <Turn setting="images.imagesPerBatch" stops={[2, 4, 8, 16, 32]} />. Drag
          the number to {SMALL}, which begins the run anew. Before, the distance was{" "}
          <Live read={(run) => run.noted("large", OF_LARGE)} />; with this batch it is{" "}
          <Live read={later} />.
        </p>
      ),
      deed: {
        sentence: `Turn the batch down to ${SMALL} pictures, and let the run take its ${STEPS} steps.`,
        isDone: (run) => imagesOf(run) === SMALL && hasTaken(run, STEPS),
      },
      notes: [
        { label: OF_SMALL, read: later },
        {
          label: `times as far as with ${LARGE}`,
          read: (run) => (Number.isFinite(times(run)) ? times(run) : null),
        },
      ],
    },
    {
      id: "cost",
      heading: "What it costs at inference",
      setup: pictureSetup({
        lanes: "batch-norm,group-norm",
        "images.imagesPerBatch": SMALL,
        metric: "relative-distance",
        steps: 60,
        evaluateEvery: 10,
      }),
      panels: ["gap", "loss"],
      controls: ["play", "reset"],
      words: (
        <>
          <p>
            At inference <Lane id="batch-norm" /> uses what it remembers. Every ten steps the same
            held-out pictures are scored twice: with the remembered statistics, and with each
            held-out batch’s own. The gap is now <Live read={gap} unit="nats" />.
          </p>
          <p>
            <Lane id="group-norm" /> remembers nothing, so its gap is zero whatever the batch.
          </p>
        </>
      ),
      deed: {
        sentence: "Play to step 60, and see where the two lie.",
        isDone: (run) => hasTaken(run, 60),
      },
      notes: [
        { label: `gap of BN’s held-out loss with ${SMALL} pictures`, unit: "nats", read: gap },
      ],
    },
    {
      id: "explain",
      heading: "And a small batch at inference?",
      panels: ["gap"],
      controls: [],
      words: (
        <p>
          People report that their accuracy changes with the size of the test batch (
          <Source href="https://github.com/openai/CLIP/issues/193">one such thread</Source>). Is
          that what Batch Normalisation does?
        </p>
      ),
      ask: {
        kind: "question",
        question: "A trained network with BN is asked about one picture instead of a hundred. Then",
        options: [
          {
            id: "worse",
            label: "its answer is worse: the statistics of one picture are noise.",
            isRight: false,
            answer: (
              <>
                It would be, if it still took statistics from the batch. At inference it takes what
                it remembers, so each picture is treated alone. The gap in{" "}
                <At panel="gap">these charts</At> came from small batches in training.
              </>
            ),
          },
          {
            id: "same",
            label: "its answer is the same: it uses what it remembers.",
            isRight: true,
            answer:
              "If the answer does change, the network was left in training mode, or sums are rounded in another order.",
          },
          {
            id: "affine",
            label: "its answer is the same: γ and β have taken over.",
            isRight: false,
            answer:
              "γ and β come after the normalisation, in training as at inference; they do not replace a mean and a variance.",
          },
        ],
      },
    },
  ],
});
