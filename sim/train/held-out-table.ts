import type { Column, Rows, ScoredOn } from "../contract/protocol.ts";
import type { Pending } from "./crew.ts";

/** The two ways in which held-out data is normalised, in the order of a lane's columns. */
export const HELD_OUT_MODES = ["evaluate", "evaluate-on-batch"] as const;
export type HeldOutMode = (typeof HELD_OUT_MODES)[number];

const SCORED_ON: Readonly<Record<HeldOutMode, ScoredOn>> = {
  evaluate: "held-out",
  "evaluate-on-batch": "held-out-on-batch",
};

/** One held-out batch of one lane: loss and accuracy on the device, [2], and the rows they are means of. */
export interface HeldOutNote {
  readonly step: number;
  readonly lane: number;
  /** Both, for a lane that remembers nothing: there the two are one. */
  readonly modes: readonly HeldOutMode[];
  readonly scores: Pending;
  readonly rows: number;
}

/** A lane and what its workload calls its scores. */
export interface ScoredLane {
  readonly lane: string;
  readonly score: string;
  /** Null where nothing is translated. */
  readonly translationScore: string | null;
}

export function heldOutColumns(lanes: readonly ScoredLane[]): readonly Column[] {
  return lanes.flatMap(({ lane, score }) =>
    HELD_OUT_MODES.flatMap((mode): Column[] => [
      { kind: "loss", lane, on: SCORED_ON[mode] },
      { kind: "score", name: score, lane, on: SCORED_ON[mode] },
    ]),
  );
}

/** Columns of the table of translations, of those lanes that translate. */
export function translatedColumns(lanes: readonly ScoredLane[]): readonly Column[] {
  return lanes.flatMap(({ lane, translationScore: name }) =>
    name === null
      ? []
      : HELD_OUT_MODES.map((mode): Column => ({ kind: "score", name, lane, on: SCORED_ON[mode] })),
  );
}

/** Means over all held-out rows, from the batches' own means: [loss, accuracy] for each note, in order. */
export function heldOutRows(
  notes: readonly Omit<HeldOutNote, "scores">[],
  numbers: readonly Float32Array[],
  lanes: number,
): Rows {
  const steps = Uint32Array.from(new Set(notes.map(({ step }) => step)));
  const width = lanes * HELD_OUT_MODES.length * 2;
  const sums = new Float64Array(steps.length * width);
  const counts = new Float64Array(steps.length * width);
  notes.forEach(({ step, lane, modes, rows }, index) => {
    // A network whose loss is no number has no accuracy either, whatever an arg-max makes of it.
    const broken = !Number.isFinite(numbers[index]?.[0]);
    for (const mode of modes) {
      const column = (lane * HELD_OUT_MODES.length + HELD_OUT_MODES.indexOf(mode)) * 2;
      const at = steps.indexOf(step) * width + column;
      for (const part of [0, 1]) {
        const value = broken ? Number.NaN : (numbers[index]?.[part] ?? Number.NaN);
        sums[at + part] = (sums[at + part] ?? 0) + value * rows;
        counts[at + part] = (counts[at + part] ?? 0) + rows;
      }
    }
  });
  // A lane without a note has 0/0: not a number, a gap in its curve.
  const values = Float32Array.from(sums, (sum, i) => finiteOrGap(sum / (counts[i] ?? 0)));
  return { table: "held-out", steps, values };
}

function finiteOrGap(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}
