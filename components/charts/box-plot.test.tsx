import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { boxOf } from "../../sim/contract/boxes.ts";
import { laneStyle } from "../theme/lane-styles.ts";
import { boxDomain, boxPlotLayout } from "./box-plot-layout.ts";
import type { BoxMarks, BoxSeries } from "./box-plot-layout.ts";
import { BoxPlot, readout } from "./box-plot.tsx";

const groups = ["20 %", "40 %", "60 %", "80 %", "100 %"];

function lane(id: string, label: string, boxes: readonly (BoxMarks | null)[]): BoxSeries {
  return { id, label, style: laneStyle(id, 0), boxes };
}

const box: BoxMarks = { q1: 2, median: 3, q3: 4, low: 1, high: 6, outliers: [8, 9] };
const bn = lane("batch-norm", "BN", [box, null, null, null, null]);
const pnV = lane("power-norm-v", "PN-V", [{ ...box, outliers: [] }, box, null, null, null]);
const input = { width: 400, height: 200, scale: "linear", groups, series: [bn, pnV] } as const;

describe("the layout of a box plot", () => {
  const layout = boxPlotLayout({ ...input, yDomain: [0, 10] });

  it("puts quartiles, whiskers and every outlier where their values are", () => {
    const { top, bottom } = layout.plot;
    const y = (value: number) => bottom + ((top - bottom) * value) / 10;
    const [first] = layout.boxes;
    expect([first?.q1, first?.median, first?.q3]).toEqual([y(2), y(3), y(4)]);
    expect([first?.low, first?.high]).toEqual([y(1), y(6)]);
    expect(first?.outliers).toEqual([y(8), y(9)]);
  });

  it("sets the boxes of a group side by side about its middle, without overlap", () => {
    const [left, right] = layout.boxes;
    if (!left || !right) throw new Error("two boxes are in the first group");
    expect(left.left + left.width).toBeLessThan(right.left);
    const middle = (left.left + right.left + right.width) / 2;
    expect(middle).toBeCloseTo(layout.groups[0]?.at ?? 0, 6);
  });

  it("finds the group under a pixel, never outside", () => {
    expect([-50, layout.groups[2]?.at ?? 0, 900].map(layout.groupAt)).toEqual([0, 2, 4]);
  });

  it("draws what is not positive at the foot of a log scale", () => {
    const zero = lane("batch-norm", "BN", [{ ...box, low: 0 }]);
    const log = boxPlotLayout({ ...input, scale: "log", series: [zero] });
    expect(log.boxes[0]?.low).toBe(log.plot.bottom);
  });

  it("leaves no outlier outside, on either scale", () => {
    const value = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 60 }),
        fc.constantFrom("linear" as const, "log" as const),
        (values, scale) => {
          const series = [lane("batch-norm", "BN", [boxOf(values)])];
          const { boxes, plot } = boxPlotLayout({ ...input, scale, series });
          const marks = boxes.flatMap(({ low, high, outliers }) => [low, high, ...outliers]);
          for (const y of marks) {
            expect(y).toBeGreaterThanOrEqual(plot.top - 1e-6);
            expect(y).toBeLessThanOrEqual(plot.bottom + 1e-6);
          }
        },
      ),
      { seed: 1 },
    );
  });

  it("has an axis without a box, too", () => {
    expect(boxDomain([], "linear")).toEqual([0, 1]);
    expect(boxPlotLayout({ ...input, series: [] }).isEmpty).toBe(true);
  });
});

describe("a box plot", () => {
  const props = {
    ...input,
    title: "How far?",
    summary: "BN strays.",
    yLabel: "distance",
    empty: "Press Play.",
  };

  it("is a figure with a title, a summary, a legend and its groups", () => {
    const markup = renderToStaticMarkup(<BoxPlot {...props} />);
    for (const words of ["How far?", "BN strays.", ">PN-V</b>", "20 %", "100 %", "distance"])
      expect(markup).toContain(words);
    expect(markup).not.toContain("recorded");
  });

  it("says what was not computed here", () => {
    expect(renderToStaticMarkup(<BoxPlot {...props} recorded />)).toContain(">recorded</li>");
  });

  it("reads a group out, and counts outliers whose places are not known", () => {
    const known = lane("batch-norm", "BN", [{ ...box, beyond: 80 }]);
    expect(readout([known], 0)).toBe(
      "BN median 3, quartiles 2 to 4, 80 outliers, the largest at 9.",
    );
    expect(readout([bn], 1)).toBe("nothing yet.");
  });

  it("says so when there is nothing yet", () => {
    expect(renderToStaticMarkup(<BoxPlot {...props} series={[]} />)).toContain("Press Play.");
  });
});
