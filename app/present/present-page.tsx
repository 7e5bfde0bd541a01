import { useCallback, useEffect, useState } from "react";
import { Button } from "../../components/controls/button.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { DistancePanels } from "../panels/distance-panels.tsx";
import { FutureNote } from "../panels/future-note.tsx";
import { LaneLegend } from "../panels/lane-legend.tsx";
import { MethodDialog } from "../panels/method-dialog.tsx";
import { ArrangementContext, only } from "../panels/part.tsx";
import { LossPanels } from "../panels/progress-panels.tsx";
import { StatusNotices } from "../panels/status-notices.tsx";
import { PhaseAnnouncer } from "../panels/step-readout.tsx";
import { Transport } from "../panels/transport.tsx";
import { useSpaceKey } from "../panels/use-space-key.ts";
import { ViewPickers } from "../panels/view-pickers.tsx";
import { useActions, usePage } from "../store/hooks.ts";
import { DarkScreen } from "./dark-screen.tsx";
import { MOST_SCENES } from "./scenes.ts";
import { usePresenterKeys } from "./use-presenter-keys.ts";
import { useWakeLock } from "./use-wake-lock.ts";
import "./present.css";

const PARTS_SHOWN = only(["play", "step", "reset", "speed", "view"]);

/** The question, Play and the curves, as large as a wall needs them. */
export function PresentPage() {
  const [isDark, setDark] = useState(false);
  const preset = usePage((state) => state.preset);
  useSpaceKey();
  useWakeLock();
  usePresenterKeys(useCallback(() => setDark(true), []));
  useEffect(() => {
    document.title = `${preset.name} · Normscope`;
  }, [preset]);
  return (
    <ArrangementContext value={PARTS_SHOWN}>
      <div className="present">
        <main className="present-work">
          <h1 className="present-question">{preset.question}</h1>
          <div className="present-bar">
            <Transport />
            <LaneLegend />
          </div>
          <PhaseAnnouncer />
          <StatusNotices />
          <DistancePanels height={230} />
          <FutureNote />
          <div className="chart-row">
            <LossPanels height={150} />
          </div>
          <ViewPickers />
        </main>
        <Scenes onDark={() => setDark(true)} />
        <MethodDialog />
        {isDark ? <DarkScreen onEnd={() => setDark(false)} /> : null}
      </div>
    </ArrangementContext>
  );
}

/** What the keys do, as buttons, and the way out. */
function Scenes({ onDark }: { readonly onDark: () => void }) {
  const current = usePage((state) => state.preset.id);
  const { choosePreset, setView } = useActions();
  return (
    <nav className="present-scenes" aria-label="Scenes">
      <ol>
        {catalogue.presets.slice(0, MOST_SCENES).map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === current ? "true" : undefined}
              onClick={() => choosePreset(id)}
            >
              {name}
            </button>
          </li>
        ))}
      </ol>
      <Button kind="quiet" onClick={onDark}>
        Dark screen (B)
      </Button>
      <Button kind="quiet" onClick={() => setView({ present: false })}>
        Leave
      </Button>
    </nav>
  );
}
