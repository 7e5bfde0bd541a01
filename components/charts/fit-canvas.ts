const MOST_PIXELS_PER_PIXEL = 2;

/** How many of a canvas's pixels stand for one of CSS's, on this screen, where a presenter's page may be enlarged. */
export function pixelRatio({ currentCSSZoom }: HTMLElement): number {
  return Math.min(MOST_PIXELS_PER_PIXEL, window.devicePixelRatio * (currentCSSZoom ?? 1));
}

/** An empty canvas of a size in CSS pixels, which are its unit; null where it cannot be drawn on. */
export function fittedContext(
  canvas: HTMLCanvasElement,
  { width, height }: { readonly width: number; readonly height: number },
): CanvasRenderingContext2D | null {
  const context = canvas.getContext("2d");
  if (!context) return null;
  const ratio = pixelRatio(canvas);
  resize(canvas, Math.round(width * ratio), Math.round(height * ratio));
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

/** Setting a canvas's size makes a new one, even where it is the same size. */
function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
