import { useMemo } from "react";
import { LineChart } from "../../../components/charts/line-chart.tsx";
import type { LineSeries } from "../../../components/charts/line-series.ts";
import { Choice } from "../../../components/controls/choice.tsx";
import { Slider } from "../../../components/controls/slider.tsx";
import { Panel } from "../../../components/frame/panel.tsx";
import { laneStyle } from "../../../components/theme/lane-styles.ts";
import { useActions, usePage } from "../../store/hooks.ts";
import { useLesson, useNotebook } from "../lesson-context.ts";
import { evaluateStack } from "./stacked-norms.ts";
import type { StackSettings } from "./stacked-norms.ts";

const MOST_LAYERS = 30;

/** Norms on one another, and how large their output is at inference: computed here, when a setting is turned. */
export function StackPanel({ height }: { readonly height: number }) {
  const stack = useNotebook((notebook) => notebook.stack);
  const series = useMemo(() => [lineOf(stack)], [stack]);
  const crosshair = usePage((state) => state.crosshair);
  const { pointAt } = useActions();
  return (
    <Panel title="How much of it is left at inference?">
      <p className="panel-words">
        One batch of random numbers, {stack.rows} rows, goes up a stack of Batch Normalisations with
        nothing between them, and up again at inference. No network and no training: plain
        arithmetic, in the very definition that the networks use.
      </p>
      <StackControls stack={stack} />
      <LineChart
        title="Size of the output at inference, as a share of that in training"
        summary="After each layer of the stack, from the first."
        xLabel="layer"
        yLabel="share"
        scale="linear"
        series={series}
        version={stack.rows * MOST_LAYERS + stack.layers}
        xDomain={[0, MOST_LAYERS]}
        yDomain={[0, 1.2]}
        crosshair={crosshair}
        onCrosshair={pointAt}
        height={height}
      />
    </Panel>
  );
}

function StackControls({ stack }: { readonly stack: StackSettings }) {
  const { notebook } = useLesson();
  const turn = (change: Partial<StackSettings>): void => notebook.getState().turnStack(change);
  return (
    <div className="lesson-settings">
      <Slider
        id="stack-layers"
        label="Layers"
        min={1}
        max={MOST_LAYERS}
        step={1}
        value={stack.layers}
        onChange={(layers) => turn({ layers })}
      />
      <Slider
        id="stack-rows"
        label="Rows in the batch"
        min={2}
        max={128}
        step={1}
        value={stack.rows}
        onChange={(rows) => turn({ rows })}
      />
      <Choice
        id="stack-divisor"
        label="Remembered variance"
        options={[
          { value: "unbiased", label: "divided by N − 1" },
          { value: "biased", label: "divided by N" },
        ]}
        value={stack.runningVariance}
        onChange={(word) => turn({ runningVariance: word === "biased" ? "biased" : "unbiased" })}
      />
    </div>
  );
}

function lineOf(stack: StackSettings): LineSeries {
  const values = evaluateStack(stack);
  return {
    id: "stack",
    label: "BN",
    style: laneStyle("batch-norm", 0),
    weight: "thick",
    steps: values.map((_, place) => place + 1),
    values,
    length: values.length,
  };
}
