import { PANELS, PANEL_NAMES } from "../embed/parts.ts";
import type { PanelName } from "../embed/parts.ts";
import { PARTS, PART_NAMES } from "../panels/part.tsx";
import type { PartName } from "../panels/part.tsx";
import { MANNERS } from "./snippet.ts";
import type { Manner, Plan } from "./snippet.ts";

export interface PlanProps {
  readonly plan: Plan;
  readonly onChange: (plan: Plan) => void;
}

/** Which panels there are: a box for each. */
export function PanelChoices({ plan, onChange }: PlanProps) {
  const toggle = (name: PanelName, isOn: boolean): void => {
    const others = plan.panels.filter((other) => other !== name);
    onChange({ ...plan, panels: isOn ? [...others, name] : others });
  };
  return (
    <fieldset className="share-panels">
      <legend>Panels</legend>
      {PANELS.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={plan.panels.includes(name)}
            onChange={(event) => toggle(name, event.target.checked)}
          />{" "}
          {PANEL_NAMES[name]}
        </label>
      ))}
    </fieldset>
  );
}

/** What becomes of each control: a row for each. */
export function ControlChoices({ plan, onChange }: PlanProps) {
  const choose = (name: PartName, manner: Manner): void =>
    onChange({ ...plan, controls: { ...plan.controls, [name]: manner } });
  return (
    <fieldset className="share-controls">
      <legend>Controls</legend>
      {PARTS.map((name) => (
        <div key={name} role="radiogroup" aria-label={PART_NAMES[name]} className="share-control">
          <span aria-hidden="true">{PART_NAMES[name]}</span>
          {MANNERS.map((manner) => (
            <label key={manner}>
              <input
                type="radio"
                name={`share-${name}`}
                checked={plan.controls[name] === manner}
                onChange={() => choose(name, manner)}
              />{" "}
              {manner}
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
