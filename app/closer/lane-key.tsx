import { LaneSwatch } from "../../components/controls/lane-swatch.tsx";
import { useLooks } from "../panels/use-looks.ts";
import { usePage } from "../store/hooks.ts";

/** Which line is whose, for charts too small for names at their lines; hidden lanes are not named. */
export function LaneKey() {
  const lanes = usePage((state) => state.lanes);
  const hidden = usePage((state) => state.hidden);
  const looks = useLooks();
  return (
    <ul className="closer-lanes" aria-label="Lanes">
      {lanes.map(({ id }, position) => {
        const look = looks[position];
        if (!look || hidden.includes(id)) return null;
        return (
          <li key={id}>
            <LaneSwatch style={look.style} />
            <b style={{ color: `var(${look.style.cssVariable})` }}>{look.label}</b>
          </li>
        );
      })}
    </ul>
  );
}
