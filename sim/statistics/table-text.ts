import type { ScoreKey } from "../contract/sweep.ts";
import type { MaybeNumber } from "./describe.ts";
import { inferenceGaps, scoreKeys, scoreTable } from "./score-table.ts";
import type { Measured, ScoreTable } from "./score-table.ts";
import { decimalsFor, intervalWords, signed, verdictWords } from "./verdict-words.ts";

const DECIMALS = 3;

/** All scores of a sweep as text, a line each, for a terminal. */
export function tableText(measured: Measured): readonly string[] {
  const tables = scoreKeys(measured).flatMap((key) => [
    ...scoreLines(scoreTable(measured, key)),
    "",
  ]);
  return [...tables, ...gapLines(measured)];
}

/** “held-out loss, running statistics” */
export function scoreTitle({ name, on }: ScoreKey): string {
  switch (on) {
    case "train":
      return `training ${name}, mean over the last twentieth`;
    case "held-out":
      return `held-out ${name}, running statistics`;
    case "held-out-on-batch":
      return `held-out ${name}, batch statistics`;
  }
}

function scoreLines({ key, lanes, rows, means, medians, deviations, pairs }: ScoreTable): string[] {
  const numbers = (values: readonly MaybeNumber[]): string[] => values.map(written);
  const grid = [
    ["seed", ...lanes.map(({ label }) => label)],
    ...rows.map(({ seed, values }) => [String(seed), ...numbers(values)]),
    ["mean", ...numbers(means)],
    ["median", ...numbers(medians)],
    ["deviation", ...numbers(deviations)],
  ];
  const differences = pairs.map(({ first, second, difference }) => {
    const name = `${first.label} \u2212 ${second.label}`;
    const verdict = verdictWords(difference, first.label, second.label);
    if (difference === null) return [name, "\u2013", verdict];
    const mean = signed(difference.mean, decimalsFor(difference));
    return [name, mean, `95 % ${intervalWords(difference)}: ${verdict}`];
  });
  return [scoreTitle(key), ...aligned(grid), ...aligned(differences, 1)];
}

function gapLines(measured: Measured): string[] {
  const grid = inferenceGaps(measured).flatMap(({ lane, gap }) => {
    if (gap === null) return [];
    const words = gap.verdict === "none" ? "no gap" : `running statistics are ${gap.verdict}`;
    return [
      [lane.label, signed(gap.mean, decimalsFor(gap)), `95 % ${intervalWords(gap)}: ${words}`],
    ];
  });
  if (grid.length === 0) return [];
  return [
    "held-out loss with running statistics less that with batch statistics",
    ...aligned(grid, 1),
  ];
}

function written(value: MaybeNumber): string {
  return value === null ? "\u2013" : signed(value, DECIMALS);
}

/** Columns of one width each: the first to the left, numbers to the right, and from `flush` cells on as they are. */
function aligned(
  grid: readonly (readonly string[])[],
  numbers = Number.POSITIVE_INFINITY,
): string[] {
  const widths = (grid[0] ?? []).map((_, column) =>
    Math.max(...grid.map((row) => row[column]?.length ?? 0)),
  );
  return grid.map((row) =>
    row
      .map((cell, column) => {
        if (column === 0) return cell.padEnd(widths[0] ?? 0);
        return column > numbers ? cell : cell.padStart(widths[column] ?? 0);
      })
      .join("  "),
  );
}
