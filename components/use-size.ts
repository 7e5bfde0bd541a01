import { useCallback, useState } from "react";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A ref: watches the element it is given for as long as that is there. */
export type WatchSize = (node: Element | null) => (() => void) | undefined;

/** The content size of an element in CSS pixels, kept up to date. `initial` holds until there is an element. */
export function useSize(initial: Size): readonly [WatchSize, Size] {
  const [size, setSize] = useState(initial);
  const watch = useCallback<WatchSize>((node) => {
    if (!node) return undefined;
    const keep = (width: number, height: number) =>
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
    // In the element's own pixels, which a rectangle is not where the page is enlarged.
    keep(node.clientWidth, node.clientHeight);
    const observer = new ResizeObserver((entries) => {
      const last = entries.at(-1);
      if (last) keep(last.contentRect.width, last.contentRect.height);
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  return [watch, size];
}
