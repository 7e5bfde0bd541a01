import { defineLesson } from "../define-lesson.ts";
import { hasTaken, medianOf } from "../measured.ts";
import type { LineOf, Run } from "../measured.ts";
import { textSetup } from "../setups.ts";
import { At, Lane, LabLink, Live, Source } from "../words.tsx";

const FLIPPED = 40;
const STEPS = 80;
/** Steps on either side of the flip that are compared. */
const AROUND = 10;
/** What is less than this, a batch makes as well. */
const NOTICED = 0.05;

const BATCH_NORM: LineOf = { of: "loss", lane: "batch-norm", on: "train" };
const LAYER_NORM: LineOf = { of: "loss", lane: "layer-norm", on: "train" };

/** BN’s training loss less LN’s on the same batches, so that what a batch itself does to both falls out. */
function ahead(run: Run, after: number): number | null {
  const [one, other] = [BATCH_NORM, LAYER_NORM].map((line) =>
    medianOf(run, line, after, after + AROUND),
  );
  return one == null || other == null ? null : one - other;
}

const before = (run: Run): number | null => ahead(run, FLIPPED - AROUND);
const after = (run: Run): number | null => ahead(run, FLIPPED);

function jump(run: Run): number | null {
  const [was, is] = [before(run), after(run)];
  return was === null || is === null ? null : is - was;
}

const NETWORK = {
  lanes: "batch-norm,layer-norm",
  learningRate: 0.01,
  warmUp: 30,
  "translation-transformer.placement": "post-norm",
};

const SETUP = textSetup({
  ...NETWORK,
  alpha: 0.99,
  steps: STEPS,
  do: `evaluate@${FLIPPED + 1}-${STEPS}`,
});

/** The step at which evaluation mode was switched on by hand; null while it was not. */
function flippedAt({ state }: Run): number | null {
  return state.experiment.interventions.find(({ kind }) => kind === "evaluate")?.from ?? null;
}

export const flip = defineLesson({
  id: "flip",
  title: "Why does evaluation look worse than training?",
  minutes: 4,
  objectives: [
    "You can say what evaluation mode changes, and in which layers.",
    "You know where to look first when a network does worse after the switch.",
  ],
  steps: [
    {
      id: "predict",
      heading: "The same network, two modes",
      setup: SETUP,
      panels: [],
      controls: [],
      words: (
        <>
          <p>
            Again and again somebody finds that a network answers worse after{" "}
            <code>model.eval()</code>, and{" "}
            <Source href="https://github.com/pytorch/pytorch/issues/5406">
              takes it for a bug
            </Source>
            .
          </p>
          <p>
            Here it happens in the middle of training. For {FLIPPED} steps all is as ever. From step{" "}
            {FLIPPED + 1} on, <Lane id="batch-norm" /> normalises by what it remembers, as at
            inference, and training goes on. <Lane id="layer-norm" /> gets the same switch.
          </p>
        </>
      ),
      ask: {
        kind: "sketches",
        question:
          "What will the training loss of BN (solid) do at the switch, beside LN’s (dashed)?",
        options: [
          {
            id: "up",
            label: "Go up: the remembered statistics fit the batch less well.",
            sketch: [
              [0.95, 0.7, 0.5, 0.68, 0.6, 0.52],
              [0.95, 0.72, 0.55, 0.45, 0.38, 0.33],
            ],
            holds: (run) => (jump(run) ?? 0) > NOTICED,
            answer: (
              <>
                The layers above have learnt to expect batches that are normalised exactly. What is
                remembered here, over a hundred steps of a network that changes fast, is off: see
                the mark in <At panel="loss">the first chart</At>.
              </>
            ),
          },
          {
            id: "nothing",
            label: "Nothing: the average is as good as the batch.",
            sketch: [
              [0.95, 0.7, 0.5, 0.42, 0.36, 0.31],
              [0.95, 0.72, 0.55, 0.45, 0.38, 0.33],
            ],
            holds: (run) => Math.abs(jump(run) ?? 1) <= NOTICED,
            answer: (
              <>
                It would be, if the network stood still for as long as the memory is: then all
                batches were drawn from what it averages over. See the mark in{" "}
                <At panel="loss">the first chart</At>.
              </>
            ),
          },
          {
            id: "down",
            label: "Go down: an average is less noisy than a batch.",
            sketch: [
              [0.95, 0.7, 0.55, 0.36, 0.26, 0.2],
              [0.95, 0.72, 0.57, 0.47, 0.4, 0.35],
            ],
            holds: (run) => (jump(run) ?? 0) < -NOTICED,
            answer: (
              <>
                It is less noisy, and it is late. In these steps lateness weighs more: see{" "}
                <At panel="loss">the first chart</At>.
              </>
            ),
          },
        ],
      },
    },
    {
      id: "observe",
      heading: "Flip it",
      panels: ["loss", "gap"],
      controls: ["play", "reset"],
      reveals: "predict",
      words: (
        <p>
          On the ten batches before the switch BN’s loss less LN’s was{" "}
          <Live read={before} unit="nats" />, on the ten after it <Live read={after} unit="nats" />.
        </p>
      ),
      deed: {
        sentence: `Press Play (or Space), and let it take its ${STEPS} steps.`,
        isDone: (run) => hasTaken(run, STEPS),
      },
      notes: [
        { label: "BN’s training loss less LN’s, steps 31 to 40", unit: "nats", read: before },
        { label: "the same, steps 41 to 50, in evaluation mode", unit: "nats", read: after },
      ],
    },
    {
      id: "yours",
      heading: "With your own hand",
      setup: textSetup({ ...NETWORK, alpha: 0.9, steps: 200, speed: 10 }),
      panels: ["loss"],
      controls: ["play", "reset", "try", "setting:alpha"],
      words: (
        <p>
          The same with a short memory, α = 0.9, ten steps a second. Let it run for a while, then
          open “Try while it runs” and press “Evaluation mode”; end it again when you have seen
          enough. With a short memory there is less to see.
        </p>
      ),
      deed: {
        sentence:
          "Switch evaluation mode on while it runs, and leave it on for at least ten steps.",
        isDone: (run) => {
          const at = flippedAt(run);
          return at !== null && hasTaken(run, at + 9);
        },
      },
      notes: [{ label: "evaluation mode switched on at step", read: flippedAt }],
    },
    {
      id: "explain",
      heading: "Where to look first",
      panels: ["loss"],
      controls: [],
      words: (
        <p>
          What running statistics cost on held-out data, in longer runs, is the{" "}
          <LabLink query="preset=post-norm-gap">preset on the gap at inference</LabLink>.
        </p>
      ),
      ask: {
        kind: "question",
        question: "Your network with BN does worse after the switch. What do you look at first?",
        options: [
          {
            id: "bug",
            label: "The framework: both modes must give the same.",
            isRight: false,
            answer: (
              <>
                They are two functions, and only alike while the memory is like the batch. Here both
                were right, and parted all the same in <At panel="loss">the first chart</At>.
              </>
            ),
          },
          {
            id: "memory",
            label: "What it remembers: how old, from which batches, and whether it was saved.",
            isRight: true,
            answer:
              "Too long a memory for how fast the network changed; batches that were small or unlike what comes now; or a file of weights without the running statistics.",
          },
          {
            id: "overfit",
            label: "The data: it has overfitted.",
            isRight: false,
            answer: (
              <>
                Overfitting shows on data that were not trained on. Here the loss of <b>training</b>{" "}
                rose, on batches like all others, in one step.
              </>
            ),
          },
        ],
      },
    },
  ],
});
