import type { ScoreKey, SweepFile, SweepLane } from "../contract/sweep.ts";
import { deviation, mean, median, present } from "./describe.ts";
import type { MaybeNumber } from "./describe.ts";
import { pairedDifference } from "./paired-difference.ts";
import type { PairedDifference } from "./paired-difference.ts";

/** What a table is made of: a sweep's file, or what a page has measured so far. */
export type Measured = Pick<SweepFile, "lanes" | "seeds" | "records">;

export interface LanePair {
  readonly first: SweepLane;
  readonly second: SweepLane;
  /** Null for fewer than two seeds. */
  readonly difference: PairedDifference | null;
}

/** One score: a row a seed, a column a lane, and what may be said of the lanes beside one another. */
export interface ScoreTable {
  readonly key: ScoreKey;
  /** Those that have this score. */
  readonly lanes: readonly SweepLane[];
  readonly rows: readonly { readonly seed: number; readonly values: readonly MaybeNumber[] }[];
  readonly means: readonly MaybeNumber[];
  readonly medians: readonly MaybeNumber[];
  readonly deviations: readonly MaybeNumber[];
  /** Every two lanes of one task. */
  readonly pairs: readonly LanePair[];
}

/** Each score that some lane has, in the order in which lanes name them. */
export function scoreKeys({ records }: Measured): readonly ScoreKey[] {
  const keys = new Map<string, ScoreKey>();
  for (const { scores } of records)
    for (const { name, on } of scores) keys.set(`${name}/${on}`, { name, on });
  return [...keys.values()];
}

export function scoreTable(measured: Measured, key: ScoreKey): ScoreTable {
  const { seeds, records } = measured;
  const hasIt = (lane: SweepLane): boolean =>
    records.some((record) => record.lane === lane.id && record.scores.some(isScore(key)));
  const lanes = measured.lanes.filter(hasIt);
  const columns = lanes.map((lane) => valuesOf(measured, lane, key));
  return {
    key,
    lanes,
    rows: seeds.map((seed, row) => ({
      seed,
      values: columns.map((column) => column[row] ?? null),
    })),
    means: columns.map((column) => mean(present(column))),
    medians: columns.map((column) => median(present(column))),
    deviations: columns.map((column) => deviation(present(column))),
    pairs: pairsOf(lanes, columns),
  };
}

/** What running statistics cost a lane at inference. */
export interface InferenceGap {
  readonly lane: SweepLane;
  /** Held-out loss with running statistics less that with each held-out batch's own. */
  readonly gap: PairedDifference | null;
}

export function inferenceGaps(measured: Measured): readonly InferenceGap[] {
  const loss = (lane: SweepLane, on: ScoreKey["on"]): readonly MaybeNumber[] =>
    valuesOf(measured, lane, { name: "loss", on });
  return measured.lanes.map((lane) => ({
    lane,
    gap: pairedDifference(loss(lane, "held-out"), loss(lane, "held-out-on-batch")),
  }));
}

/** One number a seed; null where the lane has none. */
function valuesOf({ seeds, records }: Measured, { id }: SweepLane, key: ScoreKey): MaybeNumber[] {
  return seeds.map((seed) => {
    const record = records.find((one) => one.seed === seed && one.lane === id);
    return record?.scores.find(isScore(key))?.value ?? null;
  });
}

function isScore({ name, on }: ScoreKey): (score: ScoreKey) => boolean {
  return (score) => score.name === name && score.on === on;
}

function pairsOf(lanes: readonly SweepLane[], columns: readonly MaybeNumber[][]): LanePair[] {
  return lanes.flatMap((first, i) =>
    lanes.slice(i + 1).flatMap((second, k): LanePair[] => {
      if (first.task !== second.task) return [];
      const difference = pairedDifference(columns[i] ?? [], columns[i + 1 + k] ?? []);
      return [{ first, second, difference }];
    }),
  );
}
