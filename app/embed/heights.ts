/** Hosts clamp as well; less could not be read, and more is a mistake of ours. */
const LEAST = 120;
const MOST = 4000;

function clampedHeight(height: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.ceil(height)));
}

/**
 * Tells how high the content is whenever that changes. The content, never the window: a height taken from the frame’s own
 * would go round in a circle. Returns a function that stops.
 */
export function keepMeasuring(content: Element, tell: (height: number) => void): () => void {
  let told = 0;
  const observer = new ResizeObserver(() => {
    const height = clampedHeight(content.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    tell(height);
  });
  observer.observe(content);
  return () => observer.disconnect();
}

/** The same height as other hosts expect it: Embedly’s family and Observable, and Canvas and Sakai. */
export function foreignHeights(height: number, address: string): readonly unknown[] {
  return [
    JSON.stringify({ src: address, context: "iframe.resize", height }),
    { subject: "lti.frameResize", height },
  ];
}
