import { useId } from "react";
import { SvgNumber } from "../prose/number.tsx";
import { useSize } from "../use-size.ts";
import { bandChartLayout } from "./band-chart-layout.ts";
import type { BandSeries } from "./band-chart-layout.ts";
import { ChartSave } from "./save/chart-save.tsx";
import "./band-chart.css";

export interface BandChartProps {
  readonly title: string;
  /** One sentence that says what the chart shows. */
  readonly summary: string;
  readonly yLabel: string;
  readonly series: readonly BandSeries[];
  readonly xDomain: readonly [number, number];
  readonly height: number;
}

const FIRST_WIDTH = 400;

/** A thick line in the middle of several runs, in a band from the least to the greatest of them. */
export function BandChart({ title, summary, yLabel, series, xDomain, height }: BandChartProps) {
  const [watchSize, { width }] = useSize({ width: FIRST_WIDTH, height });
  const ids = useId();
  const { plot, xTicks, yTicks, bands } = bandChartLayout({ width, height, series, xDomain });
  return (
    <figure className="band-chart" aria-labelledby={`${ids}title`} aria-describedby={`${ids}said`}>
      <figcaption>
        <span id={`${ids}title`} className="band-chart-title">
          {title}
        </span>
        <span id={`${ids}said`} className="said">
          {summary}
        </span>
      </figcaption>
      <ChartSave
        title={title}
        chart={() => ({ kind: "bands", title, summary, yLabel, series, xDomain })}
      />
      <div ref={watchSize} style={{ height }}>
        <svg width={width} height={height} aria-hidden="true">
          <text x={0} y={12}>
            {yLabel}
          </text>
          {yTicks.map(({ at, parts }) => (
            <g key={at}>
              <path className="band-chart-rule" d={`M${plot.left},${at}H${plot.right}`} />
              <text x={plot.left - 6} y={at + 4} textAnchor="end">
                <SvgNumber parts={parts} />
              </text>
            </g>
          ))}
          {xTicks.map(({ at, parts }) => (
            <text key={at} x={at} y={plot.bottom + 18} textAnchor="middle">
              <SvgNumber parts={parts} />
            </text>
          ))}
          {bands.map(({ series: { id, label, style }, line, area, labelAt }) => (
            <g key={id} style={{ color: `var(${style.cssVariable})` }}>
              <path className="band-chart-area" d={area} />
              <path className="band-chart-line" d={line} strokeDasharray={style.dash.join(" ")} />
              <text className="band-chart-label" x={plot.right + 8} y={labelAt + 4}>
                {label}
              </text>
            </g>
          ))}
        </svg>
      </div>
    </figure>
  );
}
