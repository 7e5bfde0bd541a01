import { LaneToggles } from "../../components/controls/lane-toggles.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { useLooks } from "./use-looks.ts";
import { shownLanes } from "./use-shown.ts";

/** Which lanes are drawn. They train all the same. */
export function LaneLegend() {
  const lanes = usePage(shownLanes);
  const hidden = usePage((state) => state.hidden);
  const looks = useLooks();
  const { toggleLane, setView } = useActions();
  const shown = lanes.flatMap(({ id, normaliser }, position) => {
    const look = looks[position];
    if (!look) return [];
    const { name } = entry(catalogue.normalisers, normaliser);
    const about = { name, onOpen: () => setView({ method: normaliser }) };
    return [{ ...look, id, isOn: !hidden.includes(id), about }];
  });
  if (shown.length < 2) return null;
  return (
    <div className="lane-legend">
      <LaneToggles label="Drawn" lanes={shown} onToggle={(id) => toggleLane(id)} />
    </div>
  );
}
