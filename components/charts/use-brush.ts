import { useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import { stepForKey } from "./crosshair.ts";
import type { LineChartLayout } from "./line-chart-layout.ts";
import { withoutGhosts } from "./line-series.ts";
import type { LineSeries } from "./line-series.ts";
import type { Domain } from "./shared-domain.ts";
import type { useCrosshair } from "./use-crosshair.ts";

interface Brushed {
  readonly series: readonly LineSeries[];
  readonly xDomain: Domain;
  readonly crosshair: number | null;
  readonly onCrosshair: (step: number | null) => void;
  readonly zoom?: Domain | null;
  readonly onZoom?: (zoom: Domain | null) => void;
}

/** A drag that is shorter than this, in pixels, is a click. */
const LEAST_DRAG = 6;

/**
 * What chooses a range of steps, from an anchor to the crosshair: a mouse or pen that is dragged; or Shift with the arrows,
 * Home and End, and then Enter. Escape lets the choice go, then the crosshair, and then shows all steps again. A finger moves
 * the crosshair, and scrolls.
 */
export function useBrush(
  { series, xDomain, crosshair, onCrosshair, zoom = null, onZoom }: Brushed,
  { isEmpty, stepAt, x }: LineChartLayout,
  hair: ReturnType<typeof useCrosshair>,
) {
  const [anchor, setAnchor] = useState<number | null>(null);
  const range = onZoom ? rangeOf(anchor, crosshair) : null;
  const release = (): void => setAnchor(null);

  /** Whether the key was ours. */
  const pressed = ({ key, shiftKey }: KeyboardEvent): boolean => {
    if (key === "Enter" && range) {
      onZoom?.(range);
      release();
      return true;
    }
    if (key === "Escape" && anchor !== null) release();
    else if (key === "Escape" && crosshair === null && zoom) onZoom?.(null);
    else if (!shiftKey || !onZoom || isEmpty) return false;
    else {
      const next = stepForKey(key, crosshair, withoutGhosts(series), xDomain);
      if (next === undefined || next === null) return false;
      setAnchor(anchor ?? crosshair ?? next);
      onCrosshair(next);
    }
    return true;
  };

  return {
    anchor: range ? anchor : null,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (pressed(event)) event.preventDefault();
      else {
        if (event.key.startsWith("Arrow")) release();
        hair.onKeyDown(event);
      }
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      hair.onPointer(event);
      if (!onZoom || isEmpty || event.pointerType === "touch" || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setAnchor(stepAt(pixelOf(event)));
    },
    onPointerMove: hair.onPointer,
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (anchor === null || event.pointerType === "touch") return;
      release();
      const chosen = rangeOf(anchor, stepAt(pixelOf(event)));
      if (chosen && x(chosen[1]) - x(chosen[0]) >= LEAST_DRAG) onZoom?.(chosen);
    },
    onPointerLeave: (event: PointerEvent<HTMLElement>) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) hair.onLeave(event);
    },
  };
}

/** In order, and of two steps at least. */
function rangeOf(from: number | null, to: number | null): Domain | null {
  if (from === null || to === null || from === to) return null;
  return [Math.min(from, to), Math.max(from, to)];
}

function pixelOf(event: PointerEvent<HTMLElement>): number {
  return event.clientX - event.currentTarget.getBoundingClientRect().left;
}

/** Said while a range is being chosen. */
export function chosenWords(from: number | null, to: number | null): string {
  const range = rangeOf(from, to);
  return range ? ` Steps ${range[0]} to ${range[1]} are chosen: Enter shows only them.` : "";
}
