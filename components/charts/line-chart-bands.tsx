import { useLayoutEffect, useRef } from "react";
import { useGround } from "../theme/use-ground.ts";
import { bandParts } from "./band.ts";
import type { LineChartLayout } from "./line-chart-layout.ts";
import type { LineSeries } from "./line-series.ts";

interface BandsProps {
  readonly layout: LineChartLayout;
  readonly bands: readonly LineSeries[];
}

/** Light enough that four of them one over the other leave the lines in front. */
const FILL = 0.1;
const EDGE = 0.45;
const MOST_PIXELS_PER_PIXEL = 2;

/** Areas from the axis up, each in its lane's colour, on a canvas of their own behind the lines. */
export function LineChartBands({ layout, bands }: BandsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ground = useGround();
  useLayoutEffect(() => {
    const node = canvas.current;
    const context = node?.getContext("2d");
    if (!node || !context) return;
    const ratio = Math.min(MOST_PIXELS_PER_PIXEL, window.devicePixelRatio);
    node.width = Math.round(layout.width * ratio);
    node.height = Math.round(layout.height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const { left, right, top, bottom } = layout.plot;
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    for (const band of bands) {
      context.fillStyle = band.style.colour[ground];
      context.strokeStyle = band.style.colour[ground];
      context.lineWidth = 1;
      for (const part of bandParts(band, layout)) paintBand(context, part, layout.plot.bottom);
    }
  }, [layout, bands, ground]);
  return (
    <canvas
      ref={canvas}
      style={{ width: layout.width, height: layout.height }}
      aria-hidden="true"
    />
  );
}

function paintBand(
  context: CanvasRenderingContext2D,
  part: readonly number[],
  bottom: number,
): void {
  const edge = new Path2D();
  for (let index = 0; index < part.length; index += 2)
    edge.lineTo(part[index] as number, part[index + 1] as number);
  const area = new Path2D(edge);
  area.lineTo(part.at(-2) as number, bottom);
  area.lineTo(part[0] as number, bottom);
  context.globalAlpha = FILL;
  context.fill(area);
  context.globalAlpha = EDGE;
  context.stroke(edge);
}
