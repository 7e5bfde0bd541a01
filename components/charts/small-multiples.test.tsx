import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { laneStyle } from "../theme/lane-styles.ts";
import type { LineSeries } from "./line-series.ts";
import { smallMultiplesLayout } from "./small-multiples-layout.ts";
import type { Multiple } from "./small-multiples-layout.ts";
import { SmallMultiples } from "./small-multiples.tsx";

const line: LineSeries = {
  id: "batch-norm",
  label: "BN",
  style: laneStyle("batch-norm", 0),
  weight: "thin",
  steps: [1, 2, 3],
  values: [0.5, 2, 0.25],
  length: 3,
};

function multiples(count: number): readonly Multiple[] {
  return Array.from({ length: count }, (_, place) => ({
    id: `encoder ${place + 1}`,
    series: [line],
  }));
}

const axes = { scale: "linear", xDomain: [0, 50], yDomain: [0, 1] } as const;

describe("the layout of small multiples", () => {
  it("keeps every cell inside and apart from every other, whatever the width and number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 280, max: 1600 }), fc.integer({ min: 1, max: 40 }), (w, n) => {
        const { cells, height } = smallMultiplesLayout({
          ...axes,
          width: w,
          multiples: multiples(n),
        });
        for (const { left, top, width, height: tall } of cells) {
          expect(left + width).toBeLessThanOrEqual(w);
          expect(top + tall).toBeLessThanOrEqual(height);
          expect(width).toBeGreaterThan(60);
        }
        const places = cells.map(({ left, top }) => `${left} ${top}`);
        expect(new Set(places).size).toBe(n);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("has one pair of axes: the same step and the same value lie at the same place in every cell", () => {
    const { cells } = smallMultiplesLayout({ ...axes, width: 700, multiples: multiples(7) });
    const at = cells.map(({ left, top, x, frame }) => [x(20) - left, frame.yPixel(0.5) - top]);
    expect(new Set(at.map((pair) => pair.map(Math.round).join())).size).toBe(1);
    const [first] = cells;
    expect(first?.stepAt(first.x(20))).toBe(20);
    expect(first?.stepAt(-100)).toBe(0);
  });

  it("writes values once a row and steps once a column", () => {
    const { cells } = smallMultiplesLayout({ ...axes, width: 700, multiples: multiples(7) });
    const tops = new Set(cells.map(({ top }) => top));
    const lefts = new Set(cells.map(({ left }) => left));
    expect(cells.filter(({ yTicks }) => yTicks.length > 0)).toHaveLength(tops.size);
    expect(cells.filter(({ xTicks }) => xTicks.length > 0)).toHaveLength(lefts.size);
  });

  it("counts the points that are off the scale", () => {
    const { cells } = smallMultiplesLayout({ ...axes, width: 700, multiples: multiples(1) });
    expect(cells[0]?.clipped).toBe(1);
  });
});

it("every small chart is a button that says its name, what is off its scale, and whether it is shown above", () => {
  const markup = renderToStaticMarkup(
    <SmallMultiples
      {...axes}
      title="Layer by layer"
      summary="A small chart for each layer."
      yLabel="distance"
      multiples={multiples(2)}
      version={1}
      chosen={new Set(["encoder 2"])}
      onChoose={() => {}}
      crosshair={null}
      onCrosshair={() => {}}
      empty=""
    />,
  );
  expect(markup).toContain('aria-pressed="false" aria-label="encoder 1, 1 point off the scale"');
  expect(markup).toContain('aria-pressed="true" aria-label="encoder 2, 1 point off the scale"');
});
