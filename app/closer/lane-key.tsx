import { LaneSwatch } from "../../components/controls/lane-swatch.tsx";
import { formatInteger } from "../../components/prose/format.ts";
import { useLooks } from "../panels/use-looks.ts";
import { usePage } from "../store/hooks.ts";

/** Which line is whose, for charts too small for names at their lines, and whose has ended; hidden lanes are not named. */
export function LaneKey() {
  const lanes = usePage((state) => state.lanes);
  const hidden = usePage((state) => state.hidden);
  const diverged = usePage((state) => state.diverged);
  const looks = useLooks();
  return (
    <ul className="closer-lanes" aria-label="Lanes">
      {lanes.map(({ id }, position) => {
        const look = looks[position];
        if (!look || hidden.includes(id)) return null;
        const end = diverged.find(({ lane }) => lane === id);
        return (
          <li key={id}>
            <LaneSwatch style={look.style} />
            <b style={{ color: `var(${look.style.cssVariable})` }}>{look.label}</b>
            {end ? ` diverged at step ${formatInteger(end.step)}` : null}
          </li>
        );
      })}
    </ul>
  );
}
