import { useEffect, useRef, useState } from "react";
import type { RefObject } from "react";

/** So much of a figure is to be seen before it begins by itself. */
const SEEN = 0.6;

interface LiveFrame {
  readonly frame: RefObject<HTMLIFrameElement | null>;
  /** As tall as the embedding says it is. */
  readonly height: number;
}

/**
 * Fits a frame to the embedding in it, and lets that begin when it is first seen; the embedding itself rests while it is
 * not, and gives its device back when another begins (`embed/README.md`).
 */
export function useLiveFrame(firstHeight: number, startsWhenSeen: boolean): LiveFrame {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(firstHeight);
  const [listens, setListens] = useState(false);
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<unknown>): void => {
      if (source !== frame.current?.contentWindow || !isTold(data)) return;
      if (data.type === "normscope:ready") setListens(true);
      if (typeof data.height === "number") setHeight(data.height);
    };
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, []);
  useEffect(() => {
    const node = frame.current;
    if (!node || !listens || !startsWhenSeen) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        node.contentWindow?.postMessage({ type: "normscope:play" }, location.origin);
      },
      { threshold: SEEN },
    );
    observer.observe(node);
    return () => observer.disconnect();
  }, [listens, startsWhenSeen]);
  return { frame, height };
}

function isTold(data: unknown): data is { readonly type: string; readonly height?: unknown } {
  return typeof data === "object" && data !== null && "type" in data;
}
