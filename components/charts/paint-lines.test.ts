import { expect, it } from "vitest";
import { laneStyle } from "../theme/lane-styles.ts";
import { paintLines } from "./paint-lines.ts";
import type { LineSeries } from "./line-series.ts";
import { TraceRoom } from "./trace.ts";
import type { TraceFrame } from "./trace.ts";

/** A step is a pixel, and so is a value, downwards. */
const frame: TraceFrame = {
  plot: { left: 0, right: 100, top: 0, bottom: 50 },
  xDomain: [0, 100],
  yDomain: [0, 50],
  yPixel: (value) => value,
};

/** A canvas that writes down what it is told. */
function notebook() {
  const said: string[] = [];
  const context = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...given: unknown[]) => {
          if (["moveTo", "lineTo", "fillRect", "setLineDash"].includes(String(name)))
            said.push(`${String(name)} ${given.join(" ")}`);
        },
      set: (_, name, value) => {
        if (name === "strokeStyle") said.push(`colour ${value}`);
        return true;
      },
    },
  );
  // Only what paintLines calls is there.
  return { said, context: context as CanvasRenderingContext2D };
}

function line(
  normaliser: string,
  weight: "thin" | "thick",
  steps: readonly number[],
  values: readonly number[],
): LineSeries {
  const style = laneStyle(normaliser, 0);
  return { id: normaliser, label: "", style, weight, steps, values, length: steps.length };
}

it("paints what is remembered over the batches, and lifts the pen at a gap", () => {
  const { said, context } = notebook();
  const memory = line("power-norm-v", "thick", [1, 2], [1, 2]);
  const batch = line("batch-norm", "thin", [1, 2, 5, 9], [5, 6, NaN, 9]);
  paintLines(context, [memory, batch], frame, "light", new TraceRoom());
  expect(said.filter((words) => words !== "setLineDash ")).toEqual([
    "colour #bb4d0a",
    "moveTo 1 5",
    "lineTo 2 6",
    "moveTo 9 9",
    "fillRect 7.75 7.75 2.5 2.5",
    "colour #2476a0",
    "setLineDash 6,3",
    "moveTo 1 1",
    "lineTo 2 2",
  ]);
});

it("marks clipped points at the edge where they left", () => {
  const { said, context } = notebook();
  const clipped = line("batch-norm", "thin", [10, 20], [60, -10]);
  paintLines(context, [clipped], frame, "dark", new TraceRoom());
  expect(said.filter((words) => words.startsWith("moveTo"))).toEqual([
    "moveTo 10 60",
    "moveTo 10 -3",
    "moveTo 20 53",
  ]);
});
