import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { laneStyle } from "../theme/lane-styles.ts";
import { LineChart } from "./line-chart.tsx";
import type { LineChartProps } from "./line-chart.tsx";
import { lineChartLayout } from "./line-chart-layout.ts";
import { clippedWords } from "./line-chart-axes.tsx";
import type { LineSeries } from "./line-series.ts";
import { traceOf, TraceRoom } from "./trace.ts";

function line(normaliser: string, label: string, values: readonly number[]): LineSeries {
  const steps = values.map((_, index) => index + 1);
  const style = laneStyle(normaliser, 0);
  return { id: normaliser, label, style, weight: "thin", steps, values, length: values.length };
}

const bn = line("batch-norm", "BN", [9, 0.5, 0.75, Number.NaN, 0.25]);
const pn = line("power-norm", "PN", [0.1, 0.1, 0.2, 0.1, 0.1]);

const props: LineChartProps = {
  title: "How far?",
  summary: "BN strays, PN does not.",
  xLabel: "step",
  yLabel: "distance",
  series: [bn, pn],
  version: 1,
  scale: "linear",
  xDomain: [0, 10],
  yDomain: [0, 1],
  crosshair: null,
  onCrosshair: () => {},
  height: 120,
  empty: "Press Play.",
};

const size = { width: 320, height: 120 };
const layout = lineChartLayout({ ...props, yDomain: [0, 1], ...size });
const trace = (series: LineSeries, { frame } = layout) => traceOf(series, frame, new TraceRoom());

describe("the layout of a line chart", () => {
  it("puts a line in pixels, broken where a value is not finite", () => {
    const { left, right, top, bottom } = layout.plot;
    const x = (step: number) => left + ((right - left) * step) / 10;
    const y = (value: number) => bottom + (top - bottom) * value;
    const expected = [x(2), y(0.5), x(3), y(0.75), NaN, NaN, x(5), y(0.25)];
    const points = [...trace(bn).points];
    expect(points.slice(2).map(Math.round)).toEqual(expected.map(Math.round));
  });

  it("counts what lies beyond, and marks where", () => {
    expect(layout.clipped).toBe(1);
    expect(trace(bn).above).toEqual([expect.closeTo(layout.x(1), 1)]);
    expect(trace(pn).above).toEqual([]);
  });

  it("keeps marks, ticks and words inside its size", () => {
    expect(layout.plot.right + layout.labels.width).toBeLessThanOrEqual(320);
    expect(layout.xTicks.map(({ parts }) => parts.mantissa)).toEqual(["0", "5", "10"]);
    expect(layout.yTicks.map(({ parts }) => parts.mantissa)).toEqual(["0", "0.5", "1"]);
  });

  it("finds the step under a pixel, never outside the domain", () => {
    expect([-50, layout.x(4.4), 900].map(layout.stepAt)).toEqual([0, 4, 10]);
  });

  it("draws what is not positive below a log axis, and says so", () => {
    const zero = line("batch-norm", "BN", [0, 1]);
    const log = lineChartLayout({
      ...props,
      series: [zero],
      scale: "log",
      yDomain: [0.01, 1],
      ...size,
    });
    expect(trace(zero, log).below).toHaveLength(1);
    expect(log.yTicks.map(({ parts }) => parts.mantissa)).toEqual(["0.01", "0.1", "1"]);
  });

  it("has finite pixels for a domain without inside", () => {
    const flat = lineChartLayout({ ...props, xDomain: [3, 3], yDomain: [1, 1], ...size });
    expect(flat.xTicks.every(({ at }) => Number.isFinite(at))).toBe(true);
    expect(flat.y(1)).toBe(flat.plot.bottom);
  });
});

/** The SVG alone, one element a line, to be read by eye. */
function picture(markup: string): string {
  const svg = /<svg.*<\/svg>/.exec(markup)?.[0] ?? "";
  return svg.replaceAll("><", ">\n<");
}

describe("a line chart", () => {
  it("is a figure with a question, a summary, axes, and names at the right end", () => {
    const markup = renderToStaticMarkup(<LineChart {...props} />);
    expect(markup).toContain("How far?</span>");
    expect(markup).toContain(
      "BN strays, PN does not. 1 point lies off the scale, marked at its edge.",
    );
    expect(picture(markup)).toMatchSnapshot();
  });

  it("shows and says the values at the crosshair in place of the latest", () => {
    const markup = renderToStaticMarkup(<LineChart {...props} crosshair={2} />);
    expect(markup).toContain("step 2: BN 0.500, PN 0.100.");
    expect(picture(markup)).toMatchSnapshot();
  });

  it("says how many points are off the scale in as many words as there is room for", () => {
    const words = (width: number) => clippedWords({ clipped: 12, width }, "in units of loss");
    expect(words(300)).toBe("12 points off the scale");
    expect(words(200)).toBe("12 off");
    expect(words(100)).toBe("");
    expect(clippedWords({ clipped: 0, width: 300 }, "")).toBe("");
  });

  it("marks what happened on the way, in words where the crosshair touches it", () => {
    const events = [
      { step: 4, label: "learning rate 0.01 → 0.1" },
      { step: 9, label: "PN diverged" },
    ];
    const markup = renderToStaticMarkup(<LineChart {...props} events={events} crosshair={4} />);
    expect(markup).toContain(">learning rate 0.01 → 0.1</text>");
    expect(markup).toContain("learning rate 0.01 → 0.1.</p>");
    expect(markup).not.toContain("PN diverged");
  });

  it("marks both ends of what lasts, and says it wherever it holds", () => {
    const events = [
      { step: 2, until: 8, label: "statistics frozen" },
      { step: 5, label: "input × 10" },
    ];
    const at = (crosshair: number) =>
      renderToStaticMarkup(<LineChart {...props} events={events} crosshair={crosshair} />);
    expect(at(4)).toContain(">statistics frozen</text>");
    // What happened at this very step comes first; both are read out.
    expect(at(5)).toContain(">input × 10</text>");
    expect(at(5)).toContain("input × 10. statistics frozen.</p>");
    expect(at(9)).not.toContain("statistics frozen");
    const [mark = ""] = /<g class="line-chart-events"><path d="[^"]*"/.exec(at(4)) ?? [];
    expect(mark.match(/M/g)).toHaveLength(3);
  });

  it("draws a bound across the plot, and says where it is when it is off the scale", () => {
    const at = (value: number) =>
      renderToStaticMarkup(<LineChart {...props} levels={[{ value, label: "2/(1 − α)" }]} />);
    expect(at(0.5)).toContain('<path d="M29,59H563">');
    expect(at(0.5)).toContain(">2/(1 − α) = 0.5</text>");
    expect(at(20)).toContain(">2/(1 − α) = 20, above the scale</text>");
  });

  it("says so when there is nothing yet", () => {
    const markup = renderToStaticMarkup(<LineChart {...props} series={[]} />);
    expect(markup).toContain('<p class="line-chart-empty">Press Play.</p>');
  });
});
