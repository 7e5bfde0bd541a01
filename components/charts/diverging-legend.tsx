import type { ReactNode } from "react";
import { divergingColour, ENDS } from "../theme/diverging-scale.ts";
import { useGround } from "../theme/use-ground.ts";

interface DivergingLegendProps {
  /** The deviation at the upper end. */
  readonly range: number;
  readonly unit: ReactNode;
  readonly written: (deviation: number) => string;
  /** The part of what is shown that lies beyond the ends. */
  readonly beyond: number;
}

const STEPS = 10;
const SWATCH = { width: 9, height: 12 } as const;
const FAR_GAP = 5;
const LEFT = 40;

/** What the colours mean, in numbers: paper is no deviation, the ends are the range, and beyond them is darker or lighter still. */
export function DivergingLegend({ range, unit, written, beyond }: DivergingLegendProps) {
  const ground = useGround();
  const { farBelow, farAbove } = ENDS[ground];
  const shares = Array.from({ length: 2 * STEPS + 1 }, (_, i) => i / STEPS - 1);
  const from = LEFT + SWATCH.width + FAR_GAP;
  const middle = from + (shares.length * SWATCH.width) / 2;
  const to = from + shares.length * SWATCH.width;
  const width = to + FAR_GAP + SWATCH.width + LEFT;
  return (
    <div className="diverging-legend">
      <svg width={width} height={SWATCH.height + 18} aria-hidden="true">
        <rect {...SWATCH} x={LEFT} y={0} fill={farBelow} />
        {shares.map((share, place) => (
          <rect
            key={share}
            {...SWATCH}
            x={from + place * SWATCH.width}
            y={0}
            fill={divergingColour(ground, share)}
          />
        ))}
        <rect {...SWATCH} x={to + FAR_GAP} y={0} fill={farAbove} />
        <rect
          className="diverging-legend-frame"
          x={from}
          y={0.5}
          width={to - from}
          height={SWATCH.height - 1}
        />
        <text x={from} y={SWATCH.height + 14} textAnchor="middle">
          {written(-range)}
        </text>
        <text x={middle} y={SWATCH.height + 14} textAnchor="middle">
          0
        </text>
        <text x={to} y={SWATCH.height + 14} textAnchor="middle">
          {written(range)}
        </text>
      </svg>
      <span className="said">{said(range, written)}</span>
      <p>
        {unit} {beyondWords(beyond)}
      </p>
    </div>
  );
}

function said(range: number, written: (deviation: number) => string): string {
  return `Colours from ${written(-range)}, blue, by way of 0, the ground, to ${written(range)}, vermilion.`;
}

function beyondWords(share: number): string {
  if (share === 0) return "Nothing lies beyond the ends.";
  const percent = 100 * share;
  const part = percent < 1 ? "Less than 1 %" : `About ${Math.round(percent)} %`;
  return `${part} lies beyond the ends, and has the colour of the square outside.`;
}
