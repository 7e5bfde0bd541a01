import { linear } from "./chart-scales.ts";

/** One statistic that is remembered, and how far a batch has moved it. */
export interface Move {
  readonly label: string;
  readonly before: number;
  readonly batch: number;
  readonly after: number;
}

export interface MoveMarks {
  /** Where the remembered value was, where it is, and where the batch lies, in pixels. */
  readonly from: number;
  readonly to: number;
  readonly fresh: number;
  /** The arrow's head, to follow its line. */
  readonly head: string;
  /** The way is too short for an arrow. */
  readonly isShort: boolean;
}

const LABEL_WIDTH = 40;
const EDGE = 8;
const HEAD = 5;

/** From the remembered value to the batch is the whole width, whatever the numbers are: the arrow shows the share. */
export function runningMoveLayout({ before, batch, after }: Move, width: number): MoveMarks {
  const [left, right] = [LABEL_WIDTH, Math.max(LABEL_WIDTH + 1, width - EDGE)];
  const [low, high] = [Math.min(before, batch), Math.max(before, batch)];
  const x = high > low ? linear([low, high], [left, right]) : () => (left + right) / 2;
  const [from, to, fresh] = [x(before), x(Math.min(high, Math.max(low, after))), x(batch)];
  const back = to >= from ? -HEAD : HEAD;
  return {
    from,
    to,
    fresh,
    head: `M${to + back},${30 - HEAD}L${to},30L${to + back},${30 + HEAD}`,
    isShort: Math.abs(to - from) < HEAD,
  };
}
