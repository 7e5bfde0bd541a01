import { lazy, Suspense } from "react";
import type { ComponentType } from "react";
import { Panel } from "../../components/frame/panel.tsx";
import { Tabs } from "../../components/frame/tabs.tsx";
import { useActions, usePage } from "../store/hooks.ts";
import { CLOSER_VIEWS } from "../store/view-slice.ts";
import type { CloserView } from "../store/view-slice.ts";
import { AllLayers } from "./all-layers.tsx";
import { BatchAgainstRunning } from "./batch-against-running.tsx";
import { ChannelsOverTime } from "./channels-over-time.tsx";
import "./closer.css";

// A walk brings its arithmetic along; who does not walk need not wait for it.
const StepView = lazy(async () => {
  const { StepView: view } = await import("../dissect/step-view.tsx");
  return { default: view };
});

interface CloserTab {
  readonly label: string;
  readonly View: ComponentType;
}

/** A new way to look closer is a word in `CLOSER_VIEWS`, which stands in the address, and an entry here. */
const VIEWS: Readonly<Record<CloserView, CloserTab>> = {
  layers: { label: "All layers", View: AllLayers },
  waterfall: { label: "Channels over time", View: ChannelsOverTime },
  scatter: { label: "Batch against running", View: BatchAgainstRunning },
  step: { label: "Dissect one step", View: StepView },
};

const TABS = CLOSER_VIEWS.map((id) => ({ id, label: VIEWS[id].label }));

/** Below one layer's distance: what it is made of, a tab at a time. */
export function CloserPanel() {
  const closer = usePage((state) => state.closer);
  const { setView } = useActions();
  const { View } = VIEWS[closer];
  return (
    <Panel title="Which layers and channels stray?">
      <Tabs
        label="Look closer"
        tabs={TABS}
        chosen={closer}
        onChoose={(id) => setView({ closer: id })}
      >
        <Suspense>
          <View />
        </Suspense>
      </Tabs>
    </Panel>
  );
}
