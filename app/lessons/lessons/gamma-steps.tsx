import type { LessonStep } from "../define-lesson.ts";
import { hasTaken, largestOf } from "../measured.ts";
import type { Run } from "../measured.ts";
import { textSetup } from "../setups.ts";
import { At, Lane, Live } from "../words.tsx";

/** 2/(1 − α) with α = 0.9. */
const LIMIT = 20;

const gamma = (lane: string) => (run: Run) =>
  largestOf(run, { of: "method", lane, metric: "power-gamma" });
const isUnder = (run: Run, lane: string): boolean => (gamma(lane)(run) ?? Infinity) < LIMIT;

/** The two steps of “How do you break it?” that are about PN’s own limit. */
export const gammaSteps: readonly LessonStep[] = [
  {
    id: "gamma",
    heading: "Γ, and its limit",
    setup: textSetup({
      lanes: "power-norm,power-norm-plain",
      learningRate: 0.003,
      warmUp: 0,
      steps: 60,
      methodMetric: "power-gamma",
    }),
    panels: [],
    controls: [],
    words: (
      <>
        <p>
          PN divides by a remembered ψ², and Γ says how many times this batch’s is that. Where it
          passes 2/(1 − α), {LIMIT} here, a batch makes ν grow, the estimate that stands in for a
          gradient; below it ν is damped.
        </p>
        <p>
          Warm-up is off, so that both lanes begin with a memory of 1. One is{" "}
          <Lane id="power-norm" />, the other the same without group scaling.
        </p>
      </>
    ),
    ask: {
      kind: "sketches",
      question: "Which will stay below the limit, at the last norm?",
      options: [
        {
          id: "both",
          label: "Both: α is small enough.",
          holds: (run) => isUnder(run, "power-norm") && isUnder(run, "power-norm-plain"),
          answer: (
            <>
              The limit depends on α, and Γ on what comes in: see the first steps of{" "}
              <At panel="method">the chart</At>.
            </>
          ),
        },
        {
          id: "scaled",
          label: "Only PN: group scaling bounds what comes in.",
          holds: (run) => isUnder(run, "power-norm") && !isUnder(run, "power-norm-plain"),
          answer:
            "After group scaling the squares of a token’s channels have a mean of 1 in each group, so no channel’s ψ² can be above the number of channels in a group.",
        },
        {
          id: "neither",
          label: "Neither: both begin with a memory of nothing.",
          holds: (run) => !isUnder(run, "power-norm") && !isUnder(run, "power-norm-plain"),
          answer: (
            <>
              Both begin with 1. For <Lane id="power-norm" /> that is about right from the first
              batch on, since scaled tokens have just that mean square: see{" "}
              <At panel="method">the chart</At>.
            </>
          ),
        },
      ],
    },
  },
  {
    id: "limit",
    heading: "Above the limit, or below",
    panels: ["method"],
    controls: ["play", "reset"],
    reveals: "gamma",
    words: (
      <p>
        The largest Γ so far: <Live read={gamma("power-norm")} /> for <Lane id="power-norm" />,{" "}
        <Live read={gamma("power-norm-plain")} /> without group scaling. A batch above the limit
        does not break a run; many in a row would.
      </p>
    ),
    deed: {
      sentence: "Press Play, and let both take their 60 steps.",
      isDone: (run) => hasTaken(run, 60),
    },
    notes: [
      { label: "largest Γ, PN", read: gamma("power-norm") },
      { label: "largest Γ, without group scaling", read: gamma("power-norm-plain") },
    ],
  },
];
