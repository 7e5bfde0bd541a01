import { LaneToggles } from "../../components/controls/lane-toggles.tsx";
import { useActions, usePage } from "../store/hooks.ts";
import { useLooks } from "./use-looks.ts";

/** Which lanes are drawn. They train all the same. */
export function LaneLegend() {
  const lanes = usePage((state) => state.lanes);
  const hidden = usePage((state) => state.hidden);
  const looks = useLooks();
  const { toggleLane } = useActions();
  const shown = lanes.flatMap(({ id }, position) => {
    const look = looks[position];
    return look ? [{ ...look, id, isOn: !hidden.includes(id) }] : [];
  });
  if (shown.length < 2) return null;
  return (
    <div className="lane-legend">
      <LaneToggles label="Drawn" lanes={shown} onToggle={(id) => toggleLane(id)} />
    </div>
  );
}
