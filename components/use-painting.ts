import { useLayoutEffect, useRef } from "react";
import type { RefObject } from "react";
import type { Painting, PaintingPace } from "./frames.ts";
import { pageFrames } from "./page-frames.ts";

/**
 * Keeps a canvas painted: in the frame after new data while it is in view (or, at the words’ pace, not then), and together
 * with the words around it when `paint` is another function. `paint` reads the newest data itself.
 */
export function usePainting(
  canvas: RefObject<HTMLCanvasElement | null>,
  paint: (canvas: HTMLCanvasElement) => void,
  pace: PaintingPace = "data",
): void {
  const latest = useRef(paint);
  const painting = useRef<Painting>(null);
  useLayoutEffect(() => {
    const node = canvas.current;
    if (!node) return;
    const added = pageFrames.addChart(node, () => latest.current(node), pace);
    painting.current = added;
    return () => added.remove();
  }, [canvas, pace]);
  useLayoutEffect(() => {
    latest.current = paint;
    painting.current?.redraw();
  }, [paint]);
}
