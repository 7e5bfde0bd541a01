import type { KeyboardEvent, PointerEvent } from "react";
import { stepForKey } from "./crosshair.ts";
import type { LineChartLayout } from "./line-chart-layout.ts";
import { withoutGhosts } from "./line-series.ts";
import type { LineSeries } from "./line-series.ts";
import type { Domain } from "./shared-domain.ts";

interface Crosshaired {
  readonly series: readonly LineSeries[];
  readonly xDomain: Domain;
  readonly crosshair: number | null;
  readonly onCrosshair: (step: number | null) => void;
}

/** A pointer a little outside still means the nearest end. */
const REACH = 8;

/** What moves the crosshair: a pointer over the plot, or keys while the figure has focus. */
export function useCrosshair(
  { series, xDomain, crosshair, onCrosshair }: Crosshaired,
  { width, plot, isEmpty, stepAt }: LineChartLayout,
) {
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const next = stepForKey(event.key, crosshair, withoutGhosts(series), xDomain);
      if (next === undefined) return;
      event.preventDefault();
      onCrosshair(next);
    },
    onPointer: (event: PointerEvent<HTMLElement>) => {
      const box = event.currentTarget.getBoundingClientRect();
      // The page may be enlarged: the window's pixels are then not the chart's.
      const x = ((event.clientX - box.left) * width) / box.width;
      const isInside = x >= plot.left - REACH && x <= plot.right + REACH;
      onCrosshair(isInside && !isEmpty ? stepAt(x) : null);
    },
    // A finger that is lifted leaves the crosshair where it was, to be read; a touch beside the plot clears it.
    onLeave: (event: PointerEvent) => {
      if (event.pointerType !== "touch") onCrosshair(null);
    },
  };
}
