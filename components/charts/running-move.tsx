import { formatNumber } from "../prose/format.ts";
import { useSize } from "../use-size.ts";
import { runningMoveLayout } from "./running-move-layout.ts";
import type { Move } from "./running-move-layout.ts";
import "./running-move.css";

export interface RunningMoveProps {
  readonly title: string;
  /** One sentence that says what the picture shows. */
  readonly summary: string;
  readonly moves: readonly Move[];
  /** A lane's custom property. */
  readonly colour: `--lane-${string}`;
}

const FIRST_WIDTH = 440;
const ROW_HEIGHT = 64;

/** What is remembered goes a part of the way to this batch: thick is remembered, thin is the batch. */
export function RunningMove({ title, summary, moves, colour }: RunningMoveProps) {
  const [watchSize, { width }] = useSize({ width: FIRST_WIDTH, height: ROW_HEIGHT });
  return (
    <figure className="running-move" style={{ color: `var(${colour})` }}>
      <figcaption>
        <span className="running-move-title">{title}</span>
        <span className="said">{summary}</span>
      </figcaption>
      <div ref={watchSize}>
        {moves.map((move) => (
          <Row key={move.label} move={move} width={width} />
        ))}
      </div>
    </figure>
  );
}

function Row({ move, width }: { readonly move: Move; readonly width: number }) {
  const { label, before, batch, after } = move;
  const { from, to, fresh, head, isShort } = runningMoveLayout(move, width);
  return (
    <>
      <span className="said">
        {label}: remembered {formatNumber(before)}, this batch {formatNumber(batch)}, remembered
        after it {formatNumber(after)}.
      </span>
      <svg width={width} height={ROW_HEIGHT} aria-hidden="true">
        <text className="running-move-label" x={0} y={34}>
          {label}
        </text>
        <path
          className="running-move-rule"
          d={`M${Math.min(from, fresh)},30H${Math.max(from, fresh)}`}
        />
        <path className="running-move-fresh" d={`M${fresh},20V40`} />
        <path className="running-move-remembered" d={`M${from},20V40`} />
        {isShort ? null : <path className="running-move-arrow" d={`M${from},30H${to}${head}`} />}
        <text x={from} y={56} textAnchor={from <= fresh ? "start" : "end"}>
          remembered {formatNumber(before)}
        </text>
        <text x={fresh} y={56} textAnchor={from <= fresh ? "end" : "start"}>
          batch {formatNumber(batch)}
        </text>
        <text
          x={to}
          y={14}
          textAnchor={from <= fresh ? "start" : "end"}
          className="running-move-after"
        >
          then {formatNumber(after)}
        </text>
      </svg>
    </>
  );
}
