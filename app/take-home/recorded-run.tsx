import { useCallback, useId, useState } from "react";
import { ChartNotesContext } from "../../components/charts/save/chart-notes.ts";
import { Button } from "../../components/controls/button.tsx";
import { counted } from "../../components/prose/format.ts";
import { DEVICE_WORDS } from "../../sim/contract/device.ts";
import { FigurePanel } from "../figure/figure-panel.tsx";
import { DistancePanels } from "../panels/distance-panels.tsx";
import { GapPanel } from "../panels/gap-panel.tsx";
import { LaneLegend } from "../panels/lane-legend.tsx";
import { MethodPanel } from "../panels/method-panel.tsx";
import { BatchStatisticsToggle } from "../panels/batch-statistics-toggle.tsx";
import { LossPanels, ScorePanel } from "../panels/progress-panels.tsx";
import { TranslationsPanel } from "../panels/translations-panel.tsx";
import { ViewPickers } from "../panels/view-pickers.tsx";
import { SessionContext, useSession } from "../session-context.ts";
import { StoreContext } from "../store/hooks.ts";
import { recordedSession } from "./recorded-session.ts";
import type { SavedRun } from "./run-file.ts";
import { runNotes } from "./run-notes.ts";
import { savedWords } from "./saved-words.ts";
import { startAnew } from "./start-anew.ts";

const HEIGHT = { distance: 200, other: 156 } as const;

/** A run that was saved, in the page’s own panels; Play begins it again from its settings, in the place of the one that is going. */
export function RecordedRun({ run }: { readonly run: SavedRun }) {
  const live = useSession();
  const [recorded] = useState(() => recordedSession(run));
  const { step, device, address, saved } = run;
  const notes = useCallback(
    async () => runNotes({ state: address, step, device, source: "from a file", date: saved }),
    [address, step, device, saved],
  );
  return (
    <>
      <p className="panel-words">
        Recorded, not computed now: {counted(step, "step")} of “{address.preset.question}”, seed{" "}
        {address.experiment.seed}, on {DEVICE_WORDS[device.name]} ({device.detail}), saved{" "}
        {savedWords(saved)}.
      </p>
      <div className="from-file-actions">
        <Button kind="primary" onClick={() => startAnew(live, address)}>
          Play it anew
        </Button>
        <span>takes the place of the run that is going, and begins at step 0</span>
      </div>
      <StoreContext value={recorded.session.store}>
        <SessionContext value={recorded}>
          <ChartNotesContext value={notes}>
            <RecordedPanels />
          </ChartNotesContext>
        </SessionContext>
      </StoreContext>
    </>
  );
}

/** The same as of the run that is going, each control under an id of its own. */
function RecordedPanels() {
  const ids = useId();
  return (
    <div className="from-file-charts">
      <LaneLegend />
      <ViewPickers ids={ids} />
      <DistancePanels height={HEIGHT.distance} />
      <div className="view-pickers">
        <BatchStatisticsToggle ids={ids} />
      </div>
      <div className="chart-row">
        <LossPanels height={HEIGHT.other} />
        <ScorePanel height={HEIGHT.other} />
      </div>
      <GapPanel height={HEIGHT.other} headingLevel={3} />
      <TranslationsPanel height={HEIGHT.other} headingLevel={3} />
      <MethodPanel height={HEIGHT.other} headingLevel={3} ids={ids} />
      <FigurePanel height={HEIGHT.distance} headingLevel={3} ids={ids} />
    </div>
  );
}
