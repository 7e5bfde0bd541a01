import { lazy, Suspense, useEffect, useMemo, useRef } from "react";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { DistancePanels } from "../panels/distance-panels.tsx";
import { FirstControls } from "../panels/first-controls.tsx";
import { FutureNote } from "../panels/future-note.tsx";
import { GapPanel } from "../panels/gap-panel.tsx";
import { LaneLegend } from "../panels/lane-legend.tsx";
import { MethodDialog } from "../panels/method-dialog.tsx";
import { ArrangementContext, Part } from "../panels/part.tsx";
import { LossPanels, ScorePanel } from "../panels/progress-panels.tsx";
import { SeedControl } from "../panels/seed-control.tsx";
import { StatusNotices } from "../panels/status-notices.tsx";
import { PhaseAnnouncer } from "../panels/step-readout.tsx";
import { Transport } from "../panels/transport.tsx";
import { TranslationsPanel } from "../panels/translations-panel.tsx";
import { useSpaceKey } from "../panels/use-space-key.ts";
import { ViewPickers } from "../panels/view-pickers.tsx";
import { useSession } from "../session-context.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { embed } from "./embedding.ts";
import { arrangementOf, LOCKED_REASON, readParts } from "./parts.ts";
import type { Parts } from "./parts.ts";
import { WholePageLink } from "./whole-page-link.tsx";
import "./embed.css";

const HEIGHT = 200;

const OwnDataPanel = lazy(async () => {
  const { OwnDataPanel: panel } = await import("../panels/own-data-panel.tsx");
  return { default: panel };
});

const MethodPanel = lazy(async () => {
  const { MethodPanel: panel } = await import("../panels/method-panel.tsx");
  return { default: panel };
});

const FigurePanel = lazy(async () => {
  const { FigurePanel: panel } = await import("../figure/figure-panel.tsx");
  return { default: panel };
});

/** The same panels without the frame, for somebody else’s page. */
export function EmbedPage() {
  const parts = useMemo(() => readParts(location.search), []);
  const arrangement = useMemo(() => arrangementOf(parts), [parts]);
  const session = useSession();
  const content = useRef<HTMLDivElement>(null);
  useEffect(
    () => (content.current ? embed(session, content.current, window) : undefined),
    [session],
  );
  useComplaints(parts);
  useGroundOfHost(parts);
  return (
    <ArrangementContext value={arrangement}>
      <div className="embed" ref={content}>
        {parts.controls.has("play") && !parts.locked.has("play") ? <SpaceKey /> : null}
        <Transport>
          <WholePageLink />
        </Transport>
        <PhaseAnnouncer />
        <StatusNotices />
        <Settings parts={parts} />
        <main className="embed-panels">
          <Panels panels={parts.panels} />
        </main>
        <MethodDialog />
      </div>
    </ArrangementContext>
  );
}

function useComplaints({ complaints }: Parts): void {
  const { complain } = useActions();
  const preset = usePage((state) => state.preset);
  useEffect(() => {
    document.title = `${preset.name} · Normscope`;
  }, [preset]);
  useEffect(() => {
    for (const sentence of complaints) complain(sentence);
  }, [complaints, complain]);
}

function useGroundOfHost({ isTransparent }: Parts): void {
  useEffect(() => {
    if (isTransparent) document.documentElement.dataset["background"] = "transparent";
  }, [isTransparent]);
}

function SpaceKey() {
  useSpaceKey();
  return null;
}

const SETTINGS = ["task", "lanes", "batch", "rate", "seed"] as const;

function Settings({ parts: { controls, locked } }: { readonly parts: Parts }) {
  const hasSettings = SETTINGS.some((name) => controls.has(name));
  if (!hasSettings && locked.size === 0) return null;
  return (
    <aside className="embed-controls" aria-label="Settings">
      {locked.size > 0 ? <p className="embed-locked">What is grey is fixed: {fixed}</p> : null}
      {hasSettings ? <FirstControls /> : null}
      <SeedControl />
    </aside>
  );
}

const fixed = LOCKED_REASON.charAt(0).toLowerCase() + LOCKED_REASON.slice(1);

function Panels({ panels }: Pick<Parts, "panels">) {
  return (
    <>
      {panels.has("distance") ? <Distance /> : null}
      {panels.has("loss") || panels.has("score") ? (
        <div>
          <FutureNote />
          <div className="chart-row">
            {panels.has("loss") ? <LossPanels height={HEIGHT} /> : null}
            {panels.has("score") ? <ScorePanel height={HEIGHT} /> : null}
          </div>
        </div>
      ) : null}
      {panels.has("gap") ? <GapPanel height={HEIGHT} /> : null}
      {panels.has("translations") ? <TranslationsPanel height={HEIGHT} /> : null}
      <Suspense>
        {panels.has("method") ? <MethodPanel height={HEIGHT} /> : null}
        {panels.has("figure") ? <FigurePanel height={HEIGHT} /> : null}
        {panels.has("own-data") ? <OwnDataPanel /> : null}
      </Suspense>
    </>
  );
}

function Distance() {
  const question = usePage(({ metric }) => entry(catalogue.metrics, metric).question);
  return (
    <section aria-labelledby="distance-title">
      <h1 id="distance-title" className="embed-title">
        {question}
      </h1>
      <div className="embed-view">
        <LaneLegend />
        <Part name="view">
          <ViewPickers />
        </Part>
      </div>
      <DistancePanels height={HEIGHT} />
    </section>
  );
}
