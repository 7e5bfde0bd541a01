import { formatNumber } from "../prose/format.ts";
import "./inline-number.css";

export interface InlineNumberProps {
  /** What the number is, for whoever hears it. */
  readonly label: string;
  /** The values it can take, ascending: few, and each worth a look. */
  readonly stops: readonly number[];
  readonly value: number;
  readonly unit?: string | undefined;
  readonly onChange: (value: number) => void;
}

/** A number in running text that can be dragged: a native slider lies over it, unseen, so that keys and fingers find it too. */
export function InlineNumber({ label, stops, value, unit, onChange }: InlineNumberProps) {
  const words = unit ? `${formatNumber(value)} ${unit}` : formatNumber(value);
  return (
    <span className="inline-number" title="Drag sideways, or use the arrow keys.">
      <span aria-hidden="true">{words}</span>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={words}
        min={0}
        max={stops.length - 1}
        step={1}
        value={nearest(stops, value)}
        onChange={(event) => onChange(stops[event.target.valueAsNumber] ?? value)}
      />
    </span>
  );
}

function nearest(stops: readonly number[], value: number): number {
  return stops.reduce(
    (best, stop, place) =>
      Math.abs(stop - value) < Math.abs((stops[best] ?? Infinity) - value) ? place : best,
    0,
  );
}
