import { defineLesson } from "../define-lesson.ts";
import { hasTaken, lastOf, medianOf, ratioOf, settingOf } from "../measured.ts";
import type { LineOf, Run } from "../measured.ts";
import { textSetup } from "../setups.ts";
import { At, LabLink, Lane, Live, Source, Turn } from "../words.tsx";

const STEPS = 60;
const HALF = STEPS / 2;

function varianceOf(
  site: "first" | "last",
  metric = "distance",
  what: "input" | "floor" = "input",
): LineOf {
  return { of: "distance", lane: "batch-norm", statistic: "variance", site, metric, what };
}

const FIRST = varianceOf("first");
const LAST = varianceOf("last");
const RELATIVE = varianceOf("last", "relative-distance");
const FLOOR = varianceOf("last", "relative-distance", "floor");

const later = (line: LineOf) => (run: Run) => medianOf(run, line, HALF);
const lastOverFirst = (run: Run): number | null => ratioOf(run, LAST, FIRST, HALF);

const OF_64 = "relative distance of σ² at the last norm, 64 tokens a batch";
const FLOOR_OF_64 = "what independent rows would give there, 64 tokens a batch";

/** What four times the rows left of a number that was noted with 64 tokens. */
function left(line: LineOf, label: string) {
  return (run: Run): number | null => {
    const [now, before] = [medianOf(run, line, HALF), run.noted("scale", label)];
    return now === null || before === null ? null : now / before;
  };
}

const leftOfDistance = left(RELATIVE, OF_64);
const leftOfFloor = left(FLOOR, FLOOR_OF_64);

/** The last norm has one name in this model, and may be chosen by it. */
function isAtLast({ state }: Run): boolean {
  return state.site === "last" || state.site === state.lanes[0]?.sites.at(-1)?.id;
}

export const distance = defineLesson({
  id: "distance",
  title: "How far is this batch?",
  minutes: 4,
  objectives: [
    "You can say what the paper’s distance measures, and what it depends on.",
    "You can tell how much of a distance is chance.",
  ],
  steps: [
    {
      id: "predict",
      heading: "A distance for a layer",
      setup: textSetup({ lanes: "batch-norm", steps: STEPS, site: "first" }),
      panels: ["distance"],
      controls: ["play", "reset"],
      words: (
        <>
          <p>
            A layer has a variance of the batch and a remembered one for each of its 32 channels.
            The <Source href="https://arxiv.org/abs/2003.07845">paper</Source> takes all of them
            together: the length of the difference, divided by the number of channels.
          </p>
          <p>
            Press Play: <At panel="distance">these charts</At> show the <b>first</b> norm of the
            network. In the second half its σ² lies about <Live read={later(FIRST)} /> away. Then
            say what you expect of the <b>last</b> norm, which sees the same sentences.
          </p>
        </>
      ),
      ask: {
        kind: "sketches",
        question: "How far will this batch lie at the last norm?",
        options: [
          {
            id: "same",
            label: "As far: it is the same batch.",
            holds: (run) => {
              const ratio = lastOverFirst(run) ?? Number.NaN;
              return ratio > 0.7 && ratio < 1.4;
            },
            answer: (
              <>
                The same sentences, but not the same numbers: the layers before have made them
                larger, and the distance with them.
              </>
            ),
          },
          {
            id: "further",
            label: "Further, by half or more.",
            holds: (run) => (lastOverFirst(run) ?? 0) >= 1.4,
            answer:
              "Its inputs are sums of all the layers before it, so they are larger. The distance carries their units.",
          },
          {
            id: "nearer",
            label: "Nearer: the norms before it have calmed it.",
            holds: (run) => (lastOverFirst(run) ?? 2) <= 0.7,
            answer: (
              <>
                Each norm calms what goes into its own branch. What is summed past the branches is
                not normalised, and grows: see <At panel="distance">the middle chart</At>.
              </>
            ),
          },
        ],
      },
    },
    {
      id: "observe",
      heading: "Look at the last norm",
      panels: ["distance"],
      controls: ["play", "reset", "view"],
      reveals: "predict",
      words: (
        <p>
          Nothing has to be trained again: every norm was measured all the time. σ² is{" "}
          <Live read={later(FIRST)} /> away at the first, <Live read={later(LAST)} /> at the last.
        </p>
      ),
      deed: {
        sentence: `With ${STEPS} steps taken, choose the last norm in the menu “Layer”.`,
        isDone: (run) => hasTaken(run, STEPS) && isAtLast(run),
      },
      notes: [
        { label: "distance of σ² at the first norm", read: later(FIRST) },
        { label: "distance of σ² at the last norm", read: later(LAST) },
      ],
    },
    {
      id: "scale",
      heading: "Take the units away",
      panels: ["distance"],
      controls: ["view"],
      words: (
        <>
          <p>
            Twice as large an input has four times as large a variance, and lies four times as far.
            So distances of two layers, or two networks, cannot be compared as they are.
          </p>
          <p>
            Divided by the length of what is remembered they can: the first norm is then{" "}
            <Live read={later(varianceOf("first", "relative-distance"))} /> away, the last{" "}
            <Live read={later(RELATIVE)} />.
          </p>
        </>
      ),
      deed: {
        sentence: "Choose “Relative distance” in the menu “Metric”.",
        isDone: ({ state }) => state.metric === "relative-distance",
      },
      notes: [
        { label: OF_64, read: later(RELATIVE) },
        { label: FLOOR_OF_64, read: later(FLOOR) },
      ],
    },
    {
      id: "chance",
      heading: "How much of it is chance?",
      panels: ["distance"],
      controls: ["view"],
      words: (
        <p>
          Even if nothing moved, no two batches would be alike. The shade shows how far a batch
          would lie if its rows were independent: <Live read={later(FLOOR)} /> of the{" "}
          <Live read={later(RELATIVE)} />. That part goes with 1/√N, so four times the tokens halve
          it.
        </p>
      ),
      ask: {
        kind: "sketches",
        question: "With 256 tokens a batch instead of 64, the relative distance",
        options: [
          {
            id: "halves",
            label: "halves too.",
            holds: (run) => (leftOfDistance(run) ?? 1) < 0.65,
            answer: (
              <>
                Only the part that is chance does: compare the line with the shade in{" "}
                <At panel="distance">the charts</At>. What is left is rows that are alike, and a
                network that moves.
              </>
            ),
          },
          {
            id: "less",
            label: "falls, but by far less than half.",
            holds: (run) => {
              const part = leftOfDistance(run) ?? Number.NaN;
              return part >= 0.65 && part < 0.97;
            },
            answer:
              "The chance in it halves; what the sentences of a batch have in common does not, nor does the way the network moves between two batches.",
          },
          {
            id: "stays",
            label: "stays: it is relative already.",
            holds: (run) => (leftOfDistance(run) ?? 0) >= 0.97,
            answer: (
              <>
                Relative takes the units away, not the chance: the shade in{" "}
                <At panel="distance">the charts</At> falls with every row that is added.
              </>
            ),
          },
        ],
      },
    },
    {
      id: "more",
      heading: "Four times the tokens",
      panels: ["distance"],
      controls: ["play", "reset", "batch", "view"],
      reveals: "chance",
      words: (
        <p>
          A batch has room for{" "}
          <Turn setting="translation.tokensPerBatch" stops={[16, 32, 64, 128, 256]} />. The shade is
          now <Live read={leftOfFloor} /> of what it was with 64, the distance{" "}
          <Live read={leftOfDistance} />.
        </p>
      ),
      deed: {
        sentence: `Turn it up to 256, and let it take its ${STEPS} steps.`,
        isDone: (run) =>
          settingOf(run, "translation.tokensPerBatch") === 256 && hasTaken(run, STEPS),
      },
      notes: [
        { label: "relative distance with 256 tokens", read: later(RELATIVE) },
        { label: "share of that with 64", read: leftOfDistance },
        { label: "the same for independent rows", read: leftOfFloor },
      ],
    },
    {
      id: "explain",
      heading: "What is not chance",
      panels: ["distance"],
      controls: ["play", "reset", "setting:translation.burstiness", "view"],
      words: (
        <p>
          With <Lane id="batch-norm" /> the σ² of the newest batch is{" "}
          <Live read={(run) => lastOf(run, RELATIVE)} /> away. In these data all sentences of a
          batch are on one topic. “Burstiness” 0 mixes topics; try it, or compare both{" "}
          <LabLink query="lanes=batch-norm&translation.burstiness=0">in the laboratory</LabLink>.
        </p>
      ),
      ask: {
        kind: "question",
        question: "Why does a distance stay above what independent rows would give?",
        options: [
          {
            id: "alike",
            label: "Rows of one batch are alike, and the network moves on between batches.",
            isRight: true,
            answer:
              "That is the paper’s point about text: sixty-four tokens of one topic tell less than sixty-four tokens.",
          },
          {
            id: "bug",
            label: "The running average is updated too late.",
            isRight: false,
            answer: (
              <>
                It is compared before it takes this batch in, as it must be: afterwards it would
                partly be compared with itself. That alone keeps it on{" "}
                <At panel="distance">the shade</At>, not above it.
              </>
            ),
          },
          {
            id: "channels",
            label: "There are too many channels.",
            isRight: false,
            answer: (
              <>
                The shade is for just as many. See how both go with the number of rows in{" "}
                <At panel="distance">the charts</At>.
              </>
            ),
          },
        ],
      },
    },
  ],
});
