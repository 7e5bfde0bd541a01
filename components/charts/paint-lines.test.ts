import { expect, it } from "vitest";
import { laneStyle } from "../theme/lane-styles.ts";
import { paintLines } from "./paint-lines.ts";
import type { Trace } from "./trace.ts";

const plot = { left: 0, right: 100, top: 0, bottom: 50 };

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

function trace(normaliser: string, weight: "thin" | "thick", points: readonly number[]): Trace {
  const style = laneStyle(normaliser, 0);
  const series = { id: normaliser, label: "", style, weight, steps: [], values: [], length: 0 };
  return { series, points, above: [], below: [], clipped: 0 };
}

it("paints what is remembered over the batches, and lifts the pen at a gap", () => {
  const { said, context } = notebook();
  const memory = trace("power-norm-v", "thick", [1, 1, 2, 2]);
  const batch = trace("batch-norm", "thin", [1, 5, 2, 6, NaN, NaN, 9, 9]);
  paintLines(context, [memory, batch], plot, "light");
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
  const clipped = { ...trace("batch-norm", "thin", []), above: [10], below: [20] };
  paintLines(context, [clipped], plot, "dark");
  expect(said.filter((words) => words.startsWith("moveTo"))).toEqual([
    "moveTo 10 -3",
    "moveTo 20 53",
  ]);
});
