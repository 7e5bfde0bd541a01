import type { LaneStyle } from "../theme/lane-styles.ts";

/** A short piece of a lane's line: its colour and its dash. */
export function LaneSwatch({ style }: { readonly style: LaneStyle }) {
  return (
    <svg className="lane-swatch" width="30" height="12" aria-hidden="true">
      <path
        d="M0,6H30"
        fill="none"
        stroke={`var(${style.cssVariable})`}
        strokeWidth="2.5"
        strokeDasharray={style.dash.join(" ") || undefined}
      />
    </svg>
  );
}
