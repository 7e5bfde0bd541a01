import "./sketch.css";

export interface SketchProps {
  /** Heights from 0 to 1, left to right, one list a line. */
  readonly lines: readonly (readonly number[])[];
}

const WIDTH = 96;
const HEIGHT = 48;
const EDGE = 3;

/** The shape of a curve, without numbers: an expectation, and nothing that was measured. Its words stand beside it. */
export function Sketch({ lines }: SketchProps) {
  return (
    <svg className="sketch" width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path className="sketch-axes" d={`M0.5,0V${HEIGHT - 0.5}H${WIDTH}`} />
      {lines.map((line) => (
        <path key={line.join(" ")} className="sketch-line" d={pathOf(line)} />
      ))}
    </svg>
  );
}

function pathOf(line: readonly number[]): string {
  const x = (place: number): number => EDGE + (place * (WIDTH - 2 * EDGE)) / (line.length - 1);
  const y = (height: number): number => HEIGHT - EDGE - height * (HEIGHT - 2 * EDGE);
  return line
    .map(
      (height, place) => `${place === 0 ? "M" : "L"}${x(place).toFixed(1)},${y(height).toFixed(1)}`,
    )
    .join("");
}
