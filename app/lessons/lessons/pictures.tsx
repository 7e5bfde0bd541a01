import { defineLesson } from "../define-lesson.ts";
import { hasTaken, medianOf, ratioOf, settingOf } from "../measured.ts";
import type { LineOf, Run } from "../measured.ts";
import { query } from "../setups.ts";
import { At, LabLink, Live, Source, Turn } from "../words.tsx";

const STEPS = 60;

function varianceOf(lane: string, site = "last"): LineOf {
  return { of: "distance", lane, statistic: "variance", metric: "relative-distance", site };
}

const PICTURES = varianceOf("batch-norm");
const TEXT = varianceOf("b.batch-norm");

const later = (line: LineOf) => (run: Run) => medianOf(run, line, STEPS / 2);
const ratio = (run: Run): number | null => ratioOf(run, TEXT, PICTURES, STEPS / 2);

const weightsOf = (lane: number) => (run: Run) => run.state.lanes[lane]?.parameters ?? null;

const setup = (view: Readonly<Record<string, string>>): string =>
  query({
    preset: "paper-figure-2",
    gradientStatistics: false,
    "res-net.width": 4,
    "images.imagesPerBatch": 32,
    "b.translation.longest": 12,
    "b.translation.vocabulary": 256,
    "b.translation.tokensPerBatch": 64,
    "b.translation.heldOut": 64,
    "b.translation.bleuEvery": 20,
    evaluateEvery: 20,
    steps: STEPS,
    ...view,
  });

export const pictures = defineLesson({
  id: "pictures",
  title: "Why does BN suit pictures and not text?",
  minutes: 4,
  objectives: [
    "You have made the paper’s comparison, small, and counted what goes into a batch.",
    "You can say what such a small model shows, and what it does not.",
  ],
  steps: [
    {
      id: "predict",
      heading: "Two networks, one method",
      setup: setup({ metric: "relative-distance" }),
      panels: [],
      controls: [],
      words: (
        <>
          <p>
            A ResNet looks at 32 pictures a step; a Transformer reads 64 tokens of German. Both
            normalise with Batch Normalisation. The paper on{" "}
            <Source href="https://arxiv.org/abs/2003.07845">PowerNorm</Source> says that batches of
            text stray further from what a layer remembers, and shows it in its second figure.
          </p>
          <p>
            Here the distance is taken as a share of what is remembered, so that the two networks
            can be compared.
          </p>
        </>
      ),
      ask: {
        kind: "sketches",
        question: "Whose σ² will stray further, at the last norm?",
        options: [
          {
            id: "text",
            label: "That of text (dashed), by a third or more.",
            sketch: [
              [0.9, 0.35, 0.25, 0.2, 0.2],
              [0.95, 0.6, 0.5, 0.45, 0.5],
            ],
            holds: (run) => (ratio(run) ?? 0) > 1.33,
            answer: (
              <>
                As in the paper. But is it because it is text? The next step counts what is in a
                batch.
              </>
            ),
          },
          {
            id: "same",
            label: "About the same: it is the same method.",
            sketch: [
              [0.9, 0.4, 0.3, 0.3, 0.3],
              [0.9, 0.42, 0.32, 0.31, 0.32],
            ],
            holds: (run) => Math.abs(Math.log(ratio(run) ?? Number.NaN)) <= Math.log(1.33),
            answer: (
              <>
                The method is the same, and what goes into it is not: other rows, and more or fewer
                of them. See <At panel="distance">the middle chart</At>.
              </>
            ),
          },
          {
            id: "pictures",
            label: "That of pictures: they differ more from one another than words do.",
            sketch: [
              [0.95, 0.6, 0.5, 0.45, 0.5],
              [0.9, 0.35, 0.25, 0.2, 0.2],
            ],
            holds: (run) => (ratio(run) ?? 1) < 0.75,
            answer: (
              <>
                What counts is not how much rows differ, but how much averages of many rows do. See{" "}
                <At panel="distance">the middle chart</At>.
              </>
            ),
          },
        ],
      },
    },
    {
      id: "observe",
      heading: "Side by side",
      panels: ["distance"],
      controls: ["play", "reset"],
      reveals: "predict",
      words: (
        <p>
          In the second half of the run: pictures <Live read={later(PICTURES)} />, text{" "}
          <Live read={later(TEXT)} />, as shares of the remembered σ².
        </p>
      ),
      deed: {
        sentence: `Press Play (or Space), and let both take their ${STEPS} steps.`,
        isDone: (run) => hasTaken(run, STEPS),
      },
      notes: [
        { label: "relative distance of σ², pictures, 32 a batch", read: later(PICTURES) },
        { label: "relative distance of σ², text, 64 tokens a batch", read: later(TEXT) },
      ],
    },
    {
      id: "count",
      heading: "Count the rows",
      panels: ["distance"],
      controls: ["play", "reset"],
      words: (
        <>
          <p>
            At its last norm a picture has shrunk to 2 × 2 places, so 32 of them are 128 rows; at
            the first they are 2,048. The text has 64 rows everywhere. Is it text, or is it few
            rows?
          </p>
          <p>
            A step now sees <Turn setting="images.imagesPerBatch" stops={[2, 4, 8, 16, 32]} />. Make
            it so few that pictures stray further than text, and play to the end. Pictures:{" "}
            <Live read={later(PICTURES)} />, text: <Live read={later(TEXT)} />.
          </p>
        </>
      ),
      deed: {
        sentence: "Find a batch of pictures that strays further than the text.",
        isDone: (run) => hasTaken(run, STEPS) && (ratio(run) ?? 2) < 1,
      },
      notes: [
        {
          label: "images a batch with which pictures strayed further",
          read: (run) => Number(settingOf(run, "images.imagesPerBatch")),
        },
        { label: "relative distance of σ², pictures, then", read: later(PICTURES) },
      ],
    },
    {
      id: "figure",
      heading: "The paper’s figure",
      setup: setup({ site: "first" }),
      panels: ["figure"],
      controls: ["play", "reset"],
      words: (
        <>
          <p>
            The paper draws the distance itself, at the first norm, in boxes over training: its
            figure 2. Play once more, and look at your own boxes of the same.
          </p>
          <p>
            Theirs: ResNet-20 on CIFAR-10 with 128 pictures a batch, a Transformer on IWSLT14 with
            some 4,000 tokens, all of training. Yours: sixty steps of two networks of{" "}
            <Live read={weightsOf(0)} /> and <Live read={weightsOf(1)} /> weights, so the first
            boxes are layers that forget their birth; compare the last.
          </p>
        </>
      ),
      deed: {
        sentence: `Let it take its ${STEPS} steps again.`,
        isDone: (run) => hasTaken(run, STEPS),
      },
      notes: [
        {
          label: "relative distance of σ² at the first norm, pictures",
          read: later(varianceOf("batch-norm", "first")),
        },
        {
          label: "relative distance of σ² at the first norm, text",
          read: later(varianceOf("b.batch-norm", "first")),
        },
      ],
    },
    {
      id: "explain",
      heading: "What this shows",
      panels: ["figure"],
      controls: [],
      words: (
        <p>
          There is more to find in{" "}
          <LabLink query="preset=paper-figure-2">the laboratory’s own version</LabLink>, with larger
          batches and a thousand steps.
        </p>
      ),
      ask: {
        kind: "question",
        question: "What have you shown?",
        options: [
          {
            id: "fails",
            label: "That BN cannot work on text.",
            isRight: false,
            answer: (
              <>
                It trained, and by <At panel="figure">these boxes</At> one cannot tell how well.
                That statistics stray is a reason why it may do worse, not a proof that it does.
              </>
            ),
          },
          {
            id: "both",
            label: "That text strayed further here, and that fewer rows can turn that round.",
            isRight: true,
            answer:
              "And so a comparison has to say how many rows there were, and how alike they were. Sentences of one batch are on one topic here, which makes them more alike.",
          },
          {
            id: "paper",
            label: "That the paper is right.",
            isRight: false,
            answer: (
              <>
                The direction agrees. But its networks, data and batches were others, and sixty
                steps are not all of training: see the scales of{" "}
                <At panel="figure">the two figures</At>.
              </>
            ),
          },
          {
            id: "nothing",
            label: "Nothing: the networks are too small.",
            isRight: false,
            answer:
              "How noise goes with the number of rows is arithmetic, and holds at any size. What a large network does with it is another question.",
          },
        ],
      },
    },
  ],
});
