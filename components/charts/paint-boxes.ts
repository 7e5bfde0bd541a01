import type { Ground } from "../theme/use-ground.ts";
import type { PlacedBox } from "./box-plot-layout.ts";

const FILL = 0.16;
const LINE_WIDTH = 1.25;
const MEDIAN_WIDTH = 2.5;
/** Half of a diamond, as the paper draws its outliers. */
const DIAMOND = 2.4;

/** Paints boxes on an empty canvas whose unit is a CSS pixel: outline in the lane's dash, the median thick. */
export function paintBoxes(
  context: CanvasRenderingContext2D,
  boxes: readonly PlacedBox[],
  ground: Ground,
): void {
  for (const box of boxes) {
    const colour = box.style.colour[ground];
    context.strokeStyle = colour;
    context.fillStyle = colour;
    paintWhiskers(context, box);
    const { left, width, q1, q3 } = box;
    context.globalAlpha = FILL;
    context.fillRect(left, q3, width, q1 - q3);
    context.globalAlpha = 1;
    context.setLineDash([...box.style.dash]);
    context.strokeRect(left, q3, width, q1 - q3);
    context.setLineDash([]);
    context.lineWidth = MEDIAN_WIDTH;
    line(context, left, box.median, left + width, box.median);
    for (const y of box.outliers) paintDiamond(context, left + width / 2, y);
  }
}

function paintWhiskers(context: CanvasRenderingContext2D, box: PlacedBox): void {
  const { left, width, q1, q3, low, high } = box;
  const middle = left + width / 2;
  context.lineWidth = LINE_WIDTH;
  line(context, middle, q1, middle, low);
  line(context, middle, q3, middle, high);
  for (const end of [low, high]) line(context, left + width / 4, end, left + (width * 3) / 4, end);
}

function line(
  context: CanvasRenderingContext2D,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}

function paintDiamond(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath();
  context.moveTo(x, y - DIAMOND);
  context.lineTo(x + DIAMOND, y);
  context.lineTo(x, y + DIAMOND);
  context.lineTo(x - DIAMOND, y);
  context.fill();
}
