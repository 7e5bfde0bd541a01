import { Frames } from "./frames.ts";

/** A chart is painted a little before it is scrolled into view. */
const MARGIN = "25%";

const seers = new WeakMap<Element, (isSeen: boolean) => void>();
let observer: IntersectionObserver | null = null;

/** The frames of this page: one request and one observer for all of its charts. */
export const pageFrames = new Frames({
  request: (callback) => requestAnimationFrame(callback),
  isCalm: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
  watch: (node, seen) => {
    observer ??= new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) seers.get(target)?.(isIntersecting);
      },
      { rootMargin: MARGIN },
    );
    seers.set(node, seen);
    observer.observe(node);
    return () => {
      seers.delete(node);
      observer?.unobserve(node);
    };
  },
});
