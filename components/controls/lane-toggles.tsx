import { use, useId } from "react";
import type { LaneStyle } from "../theme/lane-styles.ts";
import { LaneSwatch } from "./lane-swatch.tsx";
import { LockContext } from "./lock.ts";
import "./lane-toggles.css";

export interface LaneToggle {
  readonly id: string;
  readonly label: string;
  /** Null until it has a colour: it gets one when it is taken in. */
  readonly style: LaneStyle | null;
  readonly isOn: boolean;
  /** Why it cannot be changed now; without this it can. */
  readonly disabledReason?: string | undefined;
  /** The reason stands somewhere else on the page already, and is only said here. */
  readonly isReasonShown?: boolean;
  /** What there is to read about it. */
  readonly about?: LaneAbout | undefined;
}

export interface LaneAbout {
  /** The method's full name. */
  readonly name: string;
  readonly onOpen: () => void;
}

export interface LaneTogglesProps {
  /** What the lanes are: “Normalisers”. */
  readonly label: string;
  readonly lanes: readonly LaneToggle[];
  readonly onToggle: (id: string, isOn: boolean) => void;
  /** In one column, with full names; otherwise side by side, as many as fit. */
  readonly isColumn?: boolean;
}

/** The legend, which is also the switch: a box, a piece of the line, and the name in the line's colour. */
export function LaneToggles({ label, lanes, onToggle, isColumn = false }: LaneTogglesProps) {
  return (
    <fieldset className={isColumn ? "lane-toggles lane-toggles-column" : "lane-toggles"}>
      <legend>{label}</legend>
      {lanes.map((lane) => (
        <Switch key={lane.id} lane={lane} onToggle={onToggle} isColumn={isColumn} />
      ))}
    </fieldset>
  );
}

interface SwitchProps extends Required<Pick<LaneTogglesProps, "onToggle" | "isColumn">> {
  readonly lane: LaneToggle;
}

function Switch({ lane, onToggle, isColumn }: SwitchProps) {
  const id = useId();
  const lock = use(LockContext);
  const { style, about } = lane;
  const disabledReason = lock ?? lane.disabledReason;
  const isReasonShown = lock === undefined && (lane.isReasonShown ?? true);
  return (
    <div className="lane-toggle">
      <span className="lane-toggle-row">
        <label htmlFor={id} style={style ? { color: `var(${style.cssVariable})` } : undefined}>
          <input
            id={id}
            type="checkbox"
            checked={lane.isOn}
            onChange={(event) => onToggle(lane.id, event.target.checked)}
            disabled={disabledReason !== undefined}
            aria-describedby={disabledReason ? `${id}-reason` : undefined}
          />
          {style ? <LaneSwatch style={style} /> : null}
          <span className="lane-toggle-name">{lane.label}</span>
        </label>
        {about ? <About {...about} isFull={isColumn} /> : null}
      </span>
      {disabledReason ? (
        <span className={isReasonShown ? "lane-toggle-reason" : "said"} id={`${id}-reason`}>
          {disabledReason}
        </span>
      ) : null}
    </div>
  );
}

/** The way to what there is to read: the full name, or where there is no room for it a question mark. */
function About({ name, onOpen, isFull }: LaneAbout & { readonly isFull: boolean }) {
  return (
    <button
      type="button"
      className={isFull ? "lane-about" : "lane-about lane-about-mark"}
      onClick={onOpen}
      aria-label={isFull ? undefined : `About ${name}`}
      title={isFull ? name : `About ${name}`}
      aria-haspopup="dialog"
    >
      <span>{isFull ? name : "?"}</span>
    </button>
  );
}
