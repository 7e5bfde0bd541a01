import { printExperiment } from "../../../sim/contract/parse-experiment.ts";
import { catalogue } from "../../../sim/catalogue.ts";
import { readAddress } from "../../store/url.ts";
import { defineLesson } from "../define-lesson.ts";
import { hasTaken, lastOf, settingOf } from "../measured.ts";
import type { Run } from "../measured.ts";
import { textSetup } from "../setups.ts";
import { At, LabLink, Live } from "../words.tsx";

const STEPS = 60;
const SETUP = textSetup({ lanes: "batch-norm,layer-norm", steps: STEPS });
const DIFFERENCE = "held-out loss of the first lane less that of the second";
const SEED = "seed";

/** The settings that differ from how the lesson began, by their keys in a link; `lanes` among them. */
function changedWords({ state }: Run): readonly string[] {
  const before = readAddress(SETUP, catalogue);
  const old = new Map(printExperiment(before.experiment, before.preset, catalogue));
  const now = new Map(printExperiment(state.experiment, before.preset, catalogue));
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (key) => old.get(key) !== now.get(key),
  );
}

/** What the first lane’s held-out loss has more than the second’s; null where there are no two. */
function difference(run: Run): number | null {
  const [one, other] = run.state.lanes.map(({ id }) =>
    lastOf(run, { of: "loss", lane: id, on: "held-out" }),
  );
  return one === undefined || other === undefined || one === null || other === null
    ? null
    : one - other;
}

/** Below this, two lanes of one seed cannot be told apart by any eye. */
const LEVEL = 0.03;

export const ownTest = defineLesson({
  id: "own-test",
  title: "How do you design a test of your own?",
  minutes: 4,
  objectives: [
    "You have changed one thing, said what you expect, and measured it.",
    "You have seen what another seed does to a result.",
  ],
  steps: [
    {
      id: "question",
      heading: "Change one thing",
      setup: SETUP,
      panels: ["loss"],
      controls: ["lanes", "batch", "rate", "setting:alpha", "setting:warmUp"],
      words: (
        <>
          <p>
            A test answers one question. Two lanes share everything but the method; so whatever
            comes out lies at the method, or at chance.
          </p>
          <p>
            Choose two methods that you want to compare, or another batch or rate for these two.
            Changed so far: <Live read={(run) => changedWords(run).length} />.
          </p>
        </>
      ),
      deed: {
        sentence: "Change one thing, and keep two lanes.",
        isDone: (run) => changedWords(run).length >= 1 && run.state.experiment.lanes.length === 2,
      },
      notes: [{ label: "things changed", read: (run) => changedWords(run).length }],
    },
    {
      id: "predict",
      heading: "Say what you expect",
      panels: [],
      controls: [],
      words: (
        <p>
          Before you look: which of the two will have the lower held-out loss after {STEPS} steps?
          The lanes stand in the order in which you see them in the settings. If you cannot say what
          would surprise you, it is not a test yet.
        </p>
      ),
      ask: {
        kind: "sketches",
        question: "After sixty steps, the held-out loss of the first lane (solid) is",
        options: [
          {
            id: "lower",
            label: "lower.",
            sketch: [
              [0.95, 0.7, 0.45, 0.25],
              [0.95, 0.8, 0.62, 0.5],
            ],
            holds: (run) => (difference(run) ?? 0) < -LEVEL,
            answer: (
              <>
                By how much, and is it more than another seed would make? See{" "}
                <At panel="loss">the second chart</At>.
              </>
            ),
          },
          {
            id: "level",
            label: "level, within 0.03 nats.",
            sketch: [
              [0.95, 0.75, 0.53, 0.37],
              [0.95, 0.74, 0.54, 0.36],
            ],
            holds: (run) => Math.abs(difference(run) ?? 1) <= LEVEL,
            answer: (
              <>
                “No difference” is a result too. It may come out later in training: see how the
                lines go on in <At panel="loss">the second chart</At>.
              </>
            ),
          },
          {
            id: "higher",
            label: "higher.",
            sketch: [
              [0.95, 0.8, 0.62, 0.5],
              [0.95, 0.7, 0.45, 0.25],
            ],
            holds: (run) => (difference(run) ?? 0) > LEVEL,
            answer: (
              <>
                By how much, and is it more than another seed would make? See{" "}
                <At panel="loss">the second chart</At>.
              </>
            ),
          },
        ],
      },
    },
    {
      id: "observe",
      heading: "Measure it",
      panels: ["loss", "distance"],
      controls: ["play", "reset"],
      reveals: "predict",
      words: (
        <p>
          The first lane’s held-out loss less the second’s is now{" "}
          <Live read={difference} unit="nats" />.
        </p>
      ),
      deed: {
        sentence: `Press Play (or Space), and let both take their ${STEPS} steps.`,
        isDone: (run) => hasTaken(run, STEPS) && difference(run) !== null,
      },
      notes: [
        { label: DIFFERENCE, unit: "nats", read: difference },
        { label: SEED, read: (run) => Number(settingOf(run, "seed")) },
      ],
    },
    {
      id: "again",
      heading: "Once more, with another seed",
      panels: ["loss"],
      controls: ["play", "reset", "setting:seed"],
      words: (
        <p>
          Another seed means other weights to begin with, other sentences, another order. With seed{" "}
          <Live read={(run) => run.noted("observe", SEED)} /> the difference was{" "}
          <Live read={(run) => run.noted("observe", DIFFERENCE)} unit="nats" />; with this one it is{" "}
          <Live read={difference} unit="nats" />.
        </p>
      ),
      deed: {
        sentence: `Type another seed, and let it take its ${STEPS} steps.`,
        isDone: (run) =>
          settingOf(run, "seed") !== (run.noted("observe", SEED) ?? 1) &&
          hasTaken(run, STEPS) &&
          difference(run) !== null,
      },
      notes: [
        { label: "the same difference with another seed", unit: "nats", read: difference },
        { label: SEED, read: (run) => Number(settingOf(run, "seed")) },
      ],
    },
    {
      id: "explain",
      heading: "What may you claim?",
      panels: ["loss"],
      controls: [],
      words: (
        <p>
          For more seeds, the laboratory has “Over seeds”, which runs up to ten and says how sure
          the difference is. It starts from a link like the ones in your answer sheet;{" "}
          <LabLink query={SETUP}>this is where you began</LabLink>.
        </p>
      ),
      ask: {
        kind: "question",
        question: "Both seeds had the same sign. What may you say?",
        options: [
          {
            id: "proved",
            label: "That the difference is proved.",
            isRight: false,
            answer:
              "If there were no difference at all, two seeds would still agree in sign half of the time.",
          },
          {
            id: "seeds",
            label: "That it held in two of two seeds, with these settings, and how large it was.",
            isRight: true,
            answer: "And the link says the rest: whoever opens it can check.",
          },
          {
            id: "nothing",
            label: "Nothing before there are a hundred.",
            isRight: false,
            answer:
              "Five can be enough where the difference is large beside its spread: the recorded sweeps on the page say which were, by an interval.",
          },
        ],
      },
    },
  ],
});
