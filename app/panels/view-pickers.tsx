import { useMemo } from "react";
import { Choice } from "../../components/controls/choice.tsx";
import { Toggle } from "../../components/controls/toggle.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { siteOptions } from "./sites.ts";
import { shownLanes } from "./use-shown.ts";

/** Where to look, by which measure, and on which scale. Nothing here touches the run. `ids` begins the ids of its controls. */
export function ViewPickers({ ids = "view" }: { readonly ids?: string }) {
  const site = usePage((state) => state.site);
  const metric = usePage((state) => state.metric);
  const scale = usePage((state) => state.scale);
  const floor = usePage((state) => state.floor);
  const lanes = usePage(shownLanes);
  const { setView } = useActions();
  const sites = useMemo(() => siteOptions(lanes), [lanes]);
  return (
    <div className="view-pickers">
      <Choice
        id={`${ids}-layer`}
        label="Layer"
        options={sites.some(({ value }) => value === site) ? sites : [...sites, named(site)]}
        value={site}
        onChange={(value) => setView({ site: value })}
      />
      <Choice
        id={`${ids}-metric`}
        label="Metric"
        about={entry(catalogue.metrics, metric).about}
        options={catalogue.metrics.map(({ id, name }) => ({ value: id, label: name }))}
        value={metric}
        onChange={(value) => setView({ metric: value })}
      />
      <Toggle
        id={`${ids}-log`}
        label="Log scale"
        value={scale === "log"}
        onChange={(isLog) => setView({ scale: isLog ? "log" : "linear" })}
      />
      <Toggle
        id={`${ids}-floor`}
        label="Independent rows"
        about="Shades how far batches would lie if their rows were independent draws, from the moments of each batch."
        value={floor}
        onChange={(value) => setView({ floor: value })}
      />
    </div>
  );
}

/** A link may name a site before the run has said which there are. */
function named(site: string) {
  return { value: site, label: site };
}
