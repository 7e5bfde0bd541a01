import { linear, xTicks, yTicks } from "../components/charts/chart-scales.ts";
import { formatInteger, partsText } from "../components/prose/format.ts";
import { laneStyles } from "../components/theme/lane-styles.ts";
import type { LaneStyle } from "../components/theme/lane-styles.ts";
import type { RecordedRun } from "../sim/contract/recorded-run.ts";

/** One lane as it is drawn. */
interface Line {
  readonly label: string;
  readonly style: LaneStyle;
  readonly steps: readonly number[];
  readonly values: readonly (number | null)[];
}

const SIZE = { width: 720, height: 300 } as const;
const PLOT = { left: 44, right: 650, top: 14, bottom: 262 } as const;
const LABEL_HEIGHT = 18;
/** Of all points so many lie within the axis; the first steps are far from the rest. */
const SHOWN_SHARE = 0.98;

/** The words below the figure, wherever it stands: that it was recorded, when, and how to have it again. */
export function figureWords({ date, steps, seed, commit, command }: RecordedRun): string {
  const day = new Date(`${date}T00:00:00Z`).toLocaleDateString("en-GB", {
    dateStyle: "long",
    timeZone: "UTC",
  });
  return `Recorded on ${day}, not computed here: ${formatInteger(steps)} steps, seed ${seed}, at commit ${commit} by ${command}. How far the variance of each batch lies from what the last norm of the encoder remembers, for each normaliser; the few points above the axis are drawn at its edge.`;
}

/** The distance of variances at the last norm as a picture that needs no script, in the reader’s own colours. */
export function recordedFigure(run: RecordedRun, labelOf: (normaliser: string) => string): string {
  const lines = linesOf(run, labelOf);
  const domains = {
    x: [0, run.steps] as const,
    y: [0, reach(lines)] as const,
  };
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" font-family="'Source Sans 3', system-ui, sans-serif" font-size="12">
<style>
text { fill: #6a665f; } .axis { stroke: #8a857b; }
${coloured(lines, "light")}
@media (prefers-color-scheme: dark) {
text { fill: #a29c92; } .axis { stroke: #7b756b; }
${coloured(lines, "dark")}
}
polyline { fill: none; stroke-width: 1.25; } .name { font-weight: 600; font-size: 14px; }
</style>
${axes(domains)}
${lines.map((line, index) => drawn(line, index, domains)).join("\n")}
${names(lines, domains.y)}
</svg>
`;
}

function coloured(lines: readonly Line[], ground: "light" | "dark"): string {
  return lines
    .map(({ style }, index) => {
      const colour = style.colour[ground];
      return `.line${index} { stroke: ${colour}; } .name${index} { fill: ${colour}; }`;
    })
    .join("\n");
}

interface Domains {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

function linesOf(run: RecordedRun, labelOf: (normaliser: string) => string): readonly Line[] {
  const { columns, steps, values } = run.tables.steps;
  const styles = laneStyles(run.lanes.map(({ normaliser }) => normaliser));
  return run.lanes.map(({ id, normaliser, sites }, position) => {
    const site = sites.at(-1)?.id;
    const index = columns.findIndex(
      (column) =>
        column.kind === "statistic" &&
        column.lane === id &&
        column.site === site &&
        column.of === "input" &&
        column.metric === "distance" &&
        column.statistic === "variance",
    );
    const [style, found] = [styles[position], values[index]];
    if (!style || !found) throw new Error(`the recorded run has no variance of ${id} at its end`);
    return { label: labelOf(normaliser), style, steps, values: found };
  });
}

/** The end of the axis: a round number that nearly all points are below. */
function reach(lines: readonly Line[]): number {
  const values = lines
    .flatMap((line) => line.values)
    .filter((value) => value !== null)
    .sort((a, b) => a - b);
  const high = values[Math.floor(values.length * SHOWN_SHARE)] ?? 1;
  const unit = 10 ** Math.floor(Math.log10(high));
  return Math.ceil(high / unit) * unit;
}

function axes({ x, y }: Domains): string {
  const { left, right, bottom } = PLOT;
  const below = xTicks([...x], PLOT).map(
    ({ at, parts }) =>
      `<text x="${at}" y="${bottom + 18}" text-anchor="middle">${partsText(parts)}</text>`,
  );
  const beside = yTicks("linear", [...y], PLOT).map(
    ({ at, parts }) =>
      `<text x="${left - 8}" y="${at + 4}" text-anchor="end">${partsText(parts)}</text>`,
  );
  return [
    `<path class="axis" d="M${left} ${bottom}H${right}" />`,
    ...below,
    ...beside,
    `<text x="${right + 26}" y="${bottom + 18}">step</text>`,
  ].join("\n");
}

/** What lies beyond the axis is drawn at its edge. */
function drawn({ steps, values, style }: Line, index: number, { x, y }: Domains): string {
  const across = linear([...x], [PLOT.left, PLOT.right]);
  const up = linear([...y], [PLOT.bottom, PLOT.top]);
  const points = values.flatMap((value, row) => {
    const step = steps[row];
    if (value === null || step === undefined) return [];
    return [`${across(step).toFixed(1)},${up(Math.min(value, y[1])).toFixed(1)}`];
  });
  return `<polyline class="line${index}" stroke-dasharray="${style.dash.join(" ")}" points="${points.join(" ")}" />`;
}

/** The names at the right, from top to bottom as the lines end, none over another. */
function names(lines: readonly Line[], y: Domains["y"]): string {
  const up = linear([...y], [PLOT.bottom, PLOT.top]);
  const ends = lines
    .map(({ label, values }, index) => ({ label, index, at: up(lastMean(values)) }))
    .sort((a, b) => a.at - b.at);
  let free = PLOT.top;
  return ends
    .map(({ label, index, at }) => {
      const top = Math.max(at, free);
      free = top + LABEL_HEIGHT;
      return `<text class="name name${index}" x="${PLOT.right + 8}" y="${top + 4}">${label}</text>`;
    })
    .join("\n");
}

function lastMean(values: readonly (number | null)[]): number {
  const last = values.slice(-20).filter((value) => value !== null);
  return last.reduce((sum, value) => sum + value, 0) / Math.max(1, last.length);
}
