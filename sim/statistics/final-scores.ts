import type { Column, TableName } from "../contract/protocol.ts";
import type { FinalScore } from "../contract/sweep.ts";
import type { MaybeNumber } from "./describe.ts";

/** One table of a run, as it was measured. */
export interface MeasuredTable {
  readonly columns: readonly Column[];
  readonly steps: ArrayLike<number>;
  /** How many rows there are. */
  readonly length: number;
  values(column: number): ArrayLike<number>;
}

interface Ending {
  /** The lane's id in the tables. */
  readonly lane: string;
  /** How long the run was. */
  readonly steps: number;
  readonly hasDiverged: boolean;
}

// A float32 has seven digits.
const SCORE_DIGITS = 6;

/**
 * What a lane ended with: the training loss as its mean over the last twentieth of the run, and the last row of every other
 * table, whatever scores it has. A network that diverged has no scores but that.
 */
export function finalScores(
  tables: Readonly<Record<TableName, MeasuredTable>>,
  ending: Ending,
): readonly FinalScore[] {
  const { steps, ...others } = tables;
  const last = Object.values(others).flatMap((table) => lastRow(table, ending));
  return [...trainingLoss(steps, ending), ...last];
}

function trainingLoss(table: MeasuredTable, { lane, steps }: Ending): FinalScore[] {
  const at = table.columns.findIndex(
    (column) => column.kind === "loss" && column.lane === lane && column.on === "train",
  );
  if (at < 0) return [];
  const values = table.values(at);
  let sum = 0;
  let count = 0;
  for (let row = 0; row < table.length; row++) {
    if ((table.steps[row] ?? 0) <= steps * 0.95) continue;
    sum += values[row] ?? Number.NaN;
    count += 1;
  }
  return [{ name: "loss", on: "train", value: rounded(sum / count, SCORE_DIGITS) }];
}

function lastRow(table: MeasuredTable, { lane, hasDiverged }: Ending): FinalScore[] {
  return table.columns.flatMap((column, at): FinalScore[] => {
    if (column.kind === "statistic" || column.kind === "method" || column.lane !== lane) return [];
    const value = hasDiverged ? Number.NaN : table.values(at)[table.length - 1];
    const name = column.kind === "score" ? column.name : column.kind;
    return [{ name, on: column.on, value: rounded(value, SCORE_DIGITS) }];
  });
}

/** To so many digits; null for what is not a number, for which JSON has no word. */
export function rounded(value: number | undefined, digits: number): MaybeNumber {
  return value !== undefined && Number.isFinite(value) ? Number(value.toPrecision(digits)) : null;
}
