import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { laneStyle } from "../theme/lane-styles.ts";
import { scatterLayout } from "./scatter-layout.ts";
import type { ScatterPlot } from "./scatter-layout.ts";
import { nearest, outside, scatterDomain } from "./scatter-points.ts";
import type { Points, ScatterPoints } from "./scatter-points.ts";
import { Scatter } from "./scatter.tsx";

function plot(id: string): ScatterPlot {
  return { id, label: id, style: laneStyle(id, 0), channels: 3, note: "3 channels" };
}

const own: Readonly<Record<string, Points>> = {
  bn: { x: [1, 2, 3], y: [1, 4, 2] },
  ln: { x: [1, 1, 1], y: [0, 0.5, 1] },
};
const points: ScatterPoints = { stamp: () => 1, of: (id) => own[id] ?? null };
const plots = [plot("bn"), plot("ln")];

describe("the layout of scatters", () => {
  it("sets squares on one scale, inside the width, whatever that is and however many", () => {
    fc.assert(
      fc.property(fc.integer({ min: 280, max: 1400 }), fc.integer({ min: 1, max: 4 }), (w, n) => {
        const layout = scatterLayout({
          width: w,
          domain: [0, 4],
          plots: ["a", "b", "c", "d"].slice(0, n).map(plot),
        });
        for (const { plot: box, x, y } of layout.plots) {
          expect(box.right).toBeLessThanOrEqual(w);
          expect(box.bottom).toBeLessThan(layout.height);
          expect(box.right - box.left).toBe(box.bottom - box.top);
          expect(box.right - box.left).toBeGreaterThanOrEqual(110);
          // On the diagonal: as far from the left as from the bottom.
          expect(x(3) - box.left).toBeCloseTo(box.bottom - y(3), 9);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("finds the mark nearest to the pointer, and none where none is near", () => {
    const layout = scatterLayout({ width: 700, domain: [0, 5], plots });
    const [first] = layout.plots;
    if (!first) throw new Error("there are two plots");
    const at = { x: first.x(2) + 2, y: first.y(4) - 2 };
    expect(nearest(layout.plots, points, at)).toEqual({ strip: 0, channel: 1 });
    expect(nearest(layout.plots, points, { x: first.x(4.5), y: first.y(0.5) })).toBeNull();
  });
});

describe("the scale of scatters", () => {
  it("is one for both axes, covers every channel, and stays while it fits", () => {
    const [low, high] = scatterDomain(Object.values(own));
    expect(low).toBe(0);
    expect(high).toBeGreaterThanOrEqual(4);
    expect(outside(Object.values(own), [low, high])).toBe(0);
    expect(scatterDomain([{ x: [1], y: [3.5] }], [0, 5])).toEqual([0, 5]);
  });

  it("does not follow a lane that runs away, whose channels are counted as off the scale", () => {
    const away = { x: [1, 1, 1], y: [1, 1, 1e6] };
    const domain = scatterDomain([away]);
    expect(domain[1]).toBeLessThan(100);
    expect(outside([away], domain)).toBe(1);
  });

  it("is there before there is anything, and for a lane that is no numbers", () => {
    expect(scatterDomain([])).toEqual([0, 1]);
    expect(scatterDomain([{ x: [Number.NaN], y: [Number.NaN] }])).toEqual([0, 1]);
  });
});

it("a scatter is a figure that names its lanes and both axes", () => {
  const markup = renderToStaticMarkup(
    <Scatter
      title="Is this batch’s µ what the layer remembers?"
      summary="Of every channel this batch’s over the running one."
      xLabel="running µ"
      yLabel="this batch’s µ"
      plots={plots}
      points={points}
      version={1}
      what="mean"
      empty={null}
      describe={() => ""}
    />,
  );
  expect(markup).toMatch(/<figure class="scatter" tabindex="0"/);
  for (const words of ["running µ", "this batch’s µ", "3 channels"])
    expect(markup).toContain(words);
});
