import { useEffect, useRef, useState } from "react";

/** Under reduced motion a chart is redrawn at most this often. */
const CALM_INTERVAL_MS = 500;

const waiting = new Set<() => void>();
let frame: number | null = null;

/** Calls back in the next animation frame, with all others that wait: one request for the whole page. */
export function atNextFrame(callback: () => void): () => void {
  waiting.add(callback);
  frame ??= requestAnimationFrame(runFrame);
  return () => waiting.delete(callback);
}

function runFrame(): void {
  frame = null;
  const due = [...waiting];
  waiting.clear();
  for (const callback of due) callback();
}

/** The same value, but changing at most once a frame; twice a second under reduced motion. */
export function useAtFrame<Value extends object>(value: Value): Value {
  const [shown, show] = useState(value);
  const shownAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    let cancel = () => {};
    const draw = () => {
      shownAt.current = performance.now();
      show(value);
    };
    const soon = () => {
      cancel = atNextFrame(draw);
    };
    const rest = shownAt.current + restMs() - performance.now();
    if (rest > 0) {
      const timer = setTimeout(soon, rest);
      cancel = () => clearTimeout(timer);
    } else soon();
    return () => cancel();
  }, [value]);
  return shown;
}

function restMs(): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? CALM_INTERVAL_MS : 0;
}
