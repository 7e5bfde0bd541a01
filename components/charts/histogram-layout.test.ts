import { describe, expect, it } from "vitest";
import { histogramLayout } from "./histogram-layout.ts";

const size = { width: 400, height: 200 };
const rows = Array.from({ length: 200 }, (_, i) => Math.sin(i) * 2 + 1);

describe("a histogram", () => {
  it("counts every row once, in bars of one round width that reach over all of them", () => {
    const { bars } = histogramLayout({ values: rows, bells: [], ...size });
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
    expect(bars[0]?.from).toBeLessThanOrEqual(Math.min(...rows));
    expect(bars.at(-1)?.to).toBeGreaterThanOrEqual(Math.max(...rows));
    const widths = new Set(bars.map(({ from, to }) => (to - from).toPrecision(6)));
    expect(widths.size).toBe(1);
  });

  it("shows a bell that lies beside the rows, but does not press them into a corner for it", () => {
    const near = histogramLayout({
      values: rows,
      bells: [{ id: "b", mean: 4, variance: 0.25 }],
      ...size,
    });
    expect(near.bars.at(-1)?.to).toBeGreaterThanOrEqual(5.5);
    const far = histogramLayout({
      values: rows,
      bells: [{ id: "b", mean: 400, variance: 1 }],
      ...size,
    });
    expect(far.bars.at(-1)?.to).toBeLessThan(10);
    const { plot, x } = far;
    expect(x(3) - x(-1)).toBeGreaterThan((plot.right - plot.left) / 3);
  });

  it("cuts off a bell that is much narrower than the rows, and keeps every number finite", () => {
    const { curves, bars, plot } = histogramLayout({
      values: rows,
      bells: [{ id: "b", mean: 1, variance: 1e-6 }],
      ...size,
    });
    expect(curves[0]?.path).not.toMatch(/NaN|Infinity/u);
    const highest = Math.min(...bars.map(({ y }) => y));
    expect(highest).toBeLessThan((plot.top + plot.bottom) / 2 + 20);
  });

  it("holds rows that are all the same", () => {
    const { bars } = histogramLayout({ values: [2, 2, 2], bells: [], ...size });
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect(bars.every(({ x, width }) => Number.isFinite(x) && width > 0)).toBe(true);
  });
});
