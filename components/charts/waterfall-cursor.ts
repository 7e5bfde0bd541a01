import type { Cell, Strip } from "./waterfall-layout.ts";
import type { WaterfallRows } from "./waterfall-rows.ts";

/** Where a key moves the channel: one up or down, on into the next lane, or a whole lane; nowhere for other keys. */
export function cellForKey(
  key: string,
  cell: Cell | null,
  strips: readonly Pick<Strip, "channels">[],
): Cell | undefined {
  if (strips.length === 0) return undefined;
  const { strip, channel } = cell ?? { strip: 0, channel: -1 };
  const here = strips[strip]?.channels ?? 1;
  const lane = (place: number): Cell => {
    const inside = Math.max(0, Math.min(strips.length - 1, place));
    const most = (strips[inside]?.channels ?? 1) - 1;
    return { strip: inside, channel: Math.max(0, Math.min(channel, most)) };
  };
  switch (key) {
    case "ArrowDown":
      if (channel + 1 < here) return { strip, channel: channel + 1 };
      return strip + 1 < strips.length ? { strip: strip + 1, channel: 0 } : lane(strip);
    case "ArrowUp":
      if (channel > 0) return { strip, channel: channel - 1 };
      if (strip === 0) return lane(0);
      return { strip: strip - 1, channel: (strips[strip - 1]?.channels ?? 1) - 1 };
    case "PageDown":
      return lane(strip + 1);
    case "PageUp":
      return lane(strip - 1);
    default:
      return undefined;
  }
}

/** Where a key moves the step among the rows that are kept: null for away, nowhere for other keys. */
export function stepInRows(
  key: string,
  step: number | null,
  rows: Pick<WaterfallRows, "start" | "end" | "step" | "rowAt">,
): number | null | undefined {
  const { start, end } = rows;
  const at = (row: number): number | null =>
    end > start ? rows.step(Math.max(start, Math.min(end - 1, row))) : step;
  switch (key) {
    case "ArrowLeft": {
      if (step === null) return at(end - 1);
      const row = rows.rowAt(step);
      return at(row >= start && rows.step(row) < step ? row : row - 1);
    }
    case "ArrowRight":
      return step === null ? at(end - 1) : at(rows.rowAt(step) + 1);
    case "Home":
      return at(start);
    case "End":
      return at(end - 1);
    case "Escape":
      return null;
    default:
      return undefined;
  }
}
