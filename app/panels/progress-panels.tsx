import { usePage } from "../store/hooks.ts";
import { ProgressChart } from "./progress-chart.tsx";
import { isRunningText, scoreName } from "./score-names.ts";

const TRAIN = ["train"] as const;
const HELD_OUT = ["held-out"] as const;
const BOTH_HELD_OUT = ["held-out", "held-out-on-batch"] as const;

interface HeightProps {
  readonly height: number;
}

/** Whether it learns at all: on the batch it just saw, and on sentences or pictures it never sees. */
export function LossPanels({ height }: HeightProps) {
  const withBatch = usePage((state) => state.batchStatistics);
  const isText = usePage(({ experiment }) => isRunningText(experiment));
  const word = isText ? "perplexity" : "loss";
  return (
    <>
      <ProgressChart
        kind="loss"
        on={TRAIN}
        title="Training loss"
        summary="The loss of every batch before its step, one line a lane."
        yLabel="nats"
        height={height}
      />
      <ProgressChart
        kind={word}
        on={withBatch ? BOTH_HELD_OUT : HELD_OUT}
        title={`Held-out ${word}`}
        summary={
          withBatch
            ? `The ${word} on data that is never trained on: thick lines with running statistics, thin ones with each batch’s own.`
            : `The ${word} on data that is never trained on, with running statistics, one line a lane.`
        }
        yLabel={`${isText ? "exp of the loss" : "nats"}${withBatch ? "; thin: batch statistics" : ", running statistics"}`}
        height={height}
      />
    </>
  );
}

export function ScorePanel({ height }: HeightProps) {
  const score = usePage(({ experiment }) => scoreName(experiment));
  return (
    <ProgressChart
      kind="score"
      on={HELD_OUT}
      title={`Held-out ${score}`}
      summary={`The share of right answers, ${score}, on data that is never trained on, one line a lane.`}
      yLabel="share of right answers"
      height={height}
    />
  );
}
