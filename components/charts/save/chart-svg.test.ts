import { describe, expect, it } from "vitest";
import { laneStyle } from "../../theme/lane-styles.ts";
import { chartSvg } from "./chart-svg.ts";
import type {
  ChartNotes,
  SavedBands,
  SavedBoxes,
  SavedLines,
  SavedMultiples,
} from "./saved-chart.ts";
import { escaped, wrapped } from "./svg-markup.ts";

const NOTES: ChartNotes = {
  source: "computed live",
  facts: [
    ["preset", "paper-order"],
    ["seed", "1"],
    ["link", `https://example.org/?lanes=${"batch-norm,".repeat(20)}`],
  ],
};

const style = laneStyle("layer-norm", 0);
const series = [
  {
    id: "ln",
    label: "LN <&>",
    style,
    weight: "thin" as const,
    steps: [1, 2, 3, 4, 5],
    values: [0.1, 0.2, NaN, 0.3, 9],
    length: 5,
  },
];

const LINES: SavedLines = {
  kind: "lines",
  title: "σ², the variance",
  summary: "The distance, at every step.",
  xLabel: "step",
  yLabel: "in units",
  scale: "linear",
  xDomain: [0, 10],
  yDomain: [0, 1],
  series,
  bands: series,
  levels: [{ label: "no gap", value: 0.5 }],
  events: [{ step: 3, label: "Learning rate 0.01 → 0.1" }],
};

const BOXES: SavedBoxes = {
  kind: "boxes",
  title: "The paper’s own boxes",
  summary: "Read off the figure.",
  yLabel: "in the paper’s units",
  scale: "linear",
  groups: ["20 %"],
  yDomain: undefined,
  recorded: true,
  series: [
    {
      id: "bn",
      label: "BN",
      style,
      boxes: [{ q1: 1, median: 2, q3: 3, low: 0, high: 4, outliers: [6] }],
    },
  ],
};

const BANDS: SavedBands = {
  kind: "bands",
  title: "Held-out loss",
  summary: "The median of 2 seeds.",
  yLabel: "nats",
  xDomain: [0, 2],
  series: [
    { id: "bn", label: "BN", style, steps: [1, 2], median: [1, 2], low: [0, 1], high: [2, 3] },
  ],
};

const MULTIPLES: SavedMultiples = {
  kind: "multiples",
  title: "Every layer",
  summary: "One chart a layer.",
  yLabel: "in units",
  scale: "linear",
  xDomain: [0, 10],
  yDomain: [0, 1],
  multiples: ["encoder 1 attention", "encoder final"].map((id) => ({ id, series })),
};

/** Every element closed in the order in which it was opened. */
function isWellFormed(markup: string): boolean {
  const open: string[] = [];
  for (const [, close, name = "", self] of markup.matchAll(/<(\/?)([a-zA-Z]+)[^<>]*?(\/?)>/g)) {
    if (close === "/") {
      if (open.pop() !== name) return false;
    } else if (self !== "/") open.push(name);
  }
  return open.length === 0;
}

describe("a chart as SVG", () => {
  it("is one well-formed file that asks for nothing from outside", () => {
    for (const chart of [LINES, BOXES, BANDS, MULTIPLES]) {
      const { markup } = chartSvg(chart, NOTES);
      expect([chart.kind, isWellFormed(markup)]).toEqual([chart.kind, true]);
      expect(markup).not.toMatch(/(href|src)=|url\((?!#)|<image|@import|var\(/);
      expect(markup.match(/https?:\/\/[^\s<"]+/g)?.[0]).toBe("http://www.w3.org/2000/svg");
      expect(markup).not.toContain("NaN");
    }
  });

  it("says title, what it shows, what happened, where it comes from and its link", () => {
    const { markup, height } = chartSvg(LINES, NOTES);
    expect(markup).toContain("<title>σ², the variance</title>");
    expect(markup).toContain("The distance, at every step.");
    expect(markup).toContain("At step 3: Learning rate 0.01 → 0.1.");
    expect(markup).toContain("Computed live: preset paper-order; seed 1.");
    expect(markup).toContain("https://example.org/?lanes=batch-norm,");
    expect(markup).toContain("LN &lt;&amp;&gt;");
    expect(height).toBeGreaterThan(400);
  });

  it("says of recorded lines where they are from, and nothing of the run that is going", () => {
    const recorded = { ...LINES, recorded: "Recorded on wasm, 24 November 2026." };
    const { markup } = chartSvg(recorded, NOTES);
    expect(markup).toContain("Recorded on wasm, 24 November 2026.");
    expect(markup).toContain("https://example.org/");
    expect(markup).not.toContain("seed 1");
  });

  it("calls the paper’s own boxes recorded, whatever the run beside them", () => {
    expect(chartSvg(BOXES, NOTES).markup).toContain("Recorded.");
  });

  it("breaks a line where a number is missing, and ticks what is off the scale", () => {
    const { markup } = chartSvg(LINES, NOTES);
    const path = /<g data-line="LN &lt;&amp;&gt;"><path d="([^"]+)"/.exec(markup)?.[1] ?? "";
    expect(path.split("M")).toHaveLength(3);
    expect(markup).toMatch(/v-6"/);
  });

  it("keeps every line of the caption within the picture, and every sign within XML", () => {
    expect(wrapped("x".repeat(500), 640).every((line) => line.length * 7 <= 640)).toBe(true);
    expect(escaped("a\u0000<b>\u001f\ud800")).toBe("a&lt;b&gt;");
  });
});
