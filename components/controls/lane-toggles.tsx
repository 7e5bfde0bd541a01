import { useId } from "react";
import type { LaneStyle } from "../theme/lane-styles.ts";
import { LaneSwatch } from "./lane-swatch.tsx";
import "./lane-toggles.css";

export interface LaneToggle {
  readonly id: string;
  readonly label: string;
  readonly style: LaneStyle;
  readonly isOn: boolean;
  /** Why it cannot be changed now; without this it can. */
  readonly disabledReason?: string | undefined;
}

export interface LaneTogglesProps {
  /** What the lanes are: “Normalisers”. */
  readonly label: string;
  readonly lanes: readonly LaneToggle[];
  readonly onToggle: (id: string, isOn: boolean) => void;
}

/** The legend, which is also the switch: a box, a piece of the line, and the name in the line's colour. */
export function LaneToggles({ label, lanes, onToggle }: LaneTogglesProps) {
  const ids = useId();
  return (
    <fieldset className="lane-toggles">
      <legend>{label}</legend>
      {lanes.map((lane) => {
        const id = `${ids}${lane.id}`;
        const { disabledReason } = lane;
        return (
          <div key={lane.id} className="lane-toggle">
            <label htmlFor={id} style={{ color: `var(${lane.style.cssVariable})` }}>
              <input
                id={id}
                type="checkbox"
                checked={lane.isOn}
                onChange={(event) => onToggle(lane.id, event.target.checked)}
                disabled={disabledReason !== undefined}
                aria-describedby={disabledReason ? `${id}-reason` : undefined}
              />
              <LaneSwatch style={lane.style} />
              <span className="lane-toggle-name">{lane.label}</span>
            </label>
            {disabledReason ? (
              <span className="lane-toggle-reason" id={`${id}-reason`}>
                {disabledReason}
              </span>
            ) : null}
          </div>
        );
      })}
    </fieldset>
  );
}
