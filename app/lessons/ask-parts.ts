import { DRAWN_COLUMNS } from "../../components/charts/drawn-curve.ts";
import type { Ask, DrawingAsk, Drawn } from "./define-lesson.ts";
import { valuesOf } from "./measured.ts";
import type { Run } from "./measured.ts";
import type { Answered } from "./notebook.ts";

/** The half of a column’s width, in steps. */
function halfColumn({ steps }: DrawingAsk): number {
  return steps / (DRAWN_COLUMNS - 1) / 2;
}

/** What the run measured in the columns that were drawn: the middle of the values around each. */
function measuredIn(ask: DrawingAsk, run: Run): number[] {
  const half = halfColumn(ask);
  return Array.from({ length: DRAWN_COLUMNS }, (_, column) => {
    const step = (column * ask.steps) / (DRAWN_COLUMNS - 1);
    const values = valuesOf(run, ask.line, step - half, step + half).sort((a, b) => a - b);
    return values[values.length >> 1] ?? Number.NaN;
  });
}

export function drawnAndMeasured(ask: DrawingAsk, answered: Answered, run: Run): Drawn | null {
  if (answered.kind !== "drawing") return null;
  return { drawn: answered.values, measured: measuredIn(ask, run) };
}

/** The middle of what is finite in the second half of a curve; null where nothing is. */
export function laterHalf(values: readonly number[]): number | null {
  const later = values
    .slice(values.length >> 1)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return later[later.length >> 1] ?? null;
}

/** What the run’s own numbers bear out: the id of an option, or of what is to be said to a drawing; null where nothing clear. */
export function outcomeOf(ask: Ask | undefined, answered: Answered | undefined, run: Run) {
  switch (ask?.kind) {
    case "sketches":
      return ask.options.find(({ holds }) => holds(run))?.id ?? null;
    case "drawing": {
      const both = answered ? drawnAndMeasured(ask, answered, run) : null;
      return both ? (ask.answers.find(({ fits }) => fits(both, run))?.id ?? null) : null;
    }
    case undefined:
    case "question":
      return null;
  }
}
