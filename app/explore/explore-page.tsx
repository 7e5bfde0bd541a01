import { lazy, Suspense } from "react";
import { Panel } from "../../components/frame/panel.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { DistancePanels } from "../panels/distance-panels.tsx";
import { FirstControls } from "../panels/first-controls.tsx";
import { MethodDialog } from "../panels/method-dialog.tsx";
import { LossPanels, ScorePanel } from "../panels/progress-panels.tsx";
import { StatusNotices } from "../panels/status-notices.tsx";
import { DeviceReadout, PhaseAnnouncer } from "../panels/step-readout.tsx";
import { Transport } from "../panels/transport.tsx";
import { useSpaceKey } from "../panels/use-space-key.ts";
import { usePage } from "../store/hooks.ts";
import { Header } from "./header.tsx";
import "./explore.css";

// What is not part of the first look is fetched after it; panels that only some experiments have belong here.
const MethodPanel = lazy(async () => {
  const { MethodPanel: panel } = await import("../panels/method-panel.tsx");
  return { default: panel };
});

const CloserPanel = lazy(async () => {
  const { CloserPanel: panel } = await import("../closer/closer-panel.tsx");
  return { default: panel };
});

const GapPanel = lazy(async () => {
  const { GapPanel: panel } = await import("../panels/gap-panel.tsx");
  return { default: panel };
});

const TranslationsPanel = lazy(async () => {
  const { TranslationsPanel: panel } = await import("../panels/translations-panel.tsx");
  return { default: panel };
});

const FigurePanel = lazy(async () => {
  const { FigurePanel: panel } = await import("../figure/figure-panel.tsx");
  return { default: panel };
});

const SeedsPanel = lazy(async () => {
  const { SeedsPanel: panel } = await import("../seeds/seeds-panel.tsx");
  return { default: panel };
});

const TriedPanel = lazy(async () => {
  const { TriedPanel: panel } = await import("../tried/tried-panel.tsx");
  return { default: panel };
});

const OwnDataPanel = lazy(async () => {
  const { OwnDataPanel: panel } = await import("../panels/own-data-panel.tsx");
  return { default: panel };
});

const InterventionsPanel = lazy(async () => {
  const { InterventionsPanel: panel } = await import("../panels/interventions-panel.tsx");
  return { default: panel };
});

const MoreSettings = lazy(async () => {
  const { MoreSettings: settings } = await import("./more-settings.tsx");
  return { default: settings };
});

const FromFiles = lazy(async () => {
  const { FromFiles: files } = await import("../take-home/from-files.tsx");
  return { default: files };
});

const FutureNote = lazy(async () => {
  const { FutureNote: note } = await import("../panels/future-note.tsx");
  return { default: note };
});

const BatchStatisticsToggle = lazy(async () => {
  const { BatchStatisticsToggle: toggle } = await import("../panels/batch-statistics-toggle.tsx");
  return { default: toggle };
});

const LookControls = lazy(async () => {
  const { LookControls: controls } = await import("./look-controls.tsx");
  return { default: controls };
});

const BelowTheFold = lazy(async () => {
  const { BelowTheFold: words } = await import("./below-the-fold.tsx");
  return { default: words };
});

/** Files that were taken home and are open again; nothing, before one is. */
function OpenedFiles() {
  const isAny = usePage(({ opened }) => opened.length > 0);
  return isAny ? (
    <Suspense>
      <FromFiles />
    </Suspense>
  ) : null;
}

/** The laboratory: the argument first, the controls beside it, the words below. */
export function ExplorePage() {
  useSpaceKey();
  const question = usePage(({ metric }) => entry(catalogue.metrics, metric).question);
  const isAskedAbove = usePage(({ preset }) => preset.question === question);
  return (
    <div className="explore">
      <Header />
      <div className="explore-bar">
        <div className="explore-transport">
          <Transport />
        </div>
        <section className="explore-run" aria-label="Device">
          <DeviceReadout />
        </section>
      </div>
      <PhaseAnnouncer />
      <main className="explore-work">
        <div className="explore-hero">
          <StatusNotices />
          <OpenedFiles />
          <Panel title={question} isTitleSaid={isAskedAbove}>
            <DistancePanels height={220} below={<Look />} />
          </Panel>
        </div>
        <section className="explore-controls" aria-label="Settings">
          <FirstControls withTask={false} />
          <Suspense>
            <InterventionsPanel />
            <MoreSettings />
          </Suspense>
        </section>
        <div className="explore-rest">
          <Learning />
          <Suspense>
            <CloserPanel />
            <GapPanel height={156} />
            <TranslationsPanel height={156} />
            <MethodPanel height={156} />
            <FigurePanel height={220} />
            <SeedsPanel />
          </Suspense>
          <Suspense>
            <TriedPanel />
            <OwnDataPanel opensSaved />
          </Suspense>
        </div>
      </main>
      <Suspense>
        <BelowTheFold />
      </Suspense>
      <MethodDialog />
    </div>
  );
}

/** How it is looked at, below the picture, since that is read first. Its room is there before it is. */
function Look() {
  return (
    <div className="explore-look">
      <Suspense>
        <LookControls />
      </Suspense>
    </div>
  );
}

function Learning() {
  return (
    <Panel
      title="Does it learn?"
      aside={
        <Suspense>
          <BatchStatisticsToggle />
        </Suspense>
      }
    >
      <Suspense>
        <FutureNote />
      </Suspense>
      <div className="chart-row">
        <LossPanels height={156} />
        <ScorePanel height={156} />
      </div>
    </Panel>
  );
}
