import { lazy, Suspense, useEffect, useMemo } from "react";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { DistancePanels } from "../panels/distance-panels.tsx";
import { FirstControls } from "../panels/first-controls.tsx";
import { FutureNote } from "../panels/future-note.tsx";
import { GapPanel } from "../panels/gap-panel.tsx";
import { LaneLegend } from "../panels/lane-legend.tsx";
import { MethodDialog } from "../panels/method-dialog.tsx";
import { LossPanels, ScorePanel } from "../panels/progress-panels.tsx";
import { StatusNotices } from "../panels/status-notices.tsx";
import { PhaseAnnouncer } from "../panels/step-readout.tsx";
import { Transport } from "../panels/transport.tsx";
import { TranslationsPanel } from "../panels/translations-panel.tsx";
import { useSpaceKey } from "../panels/use-space-key.ts";
import { ViewPickers } from "../panels/view-pickers.tsx";
import { useActions, usePage } from "../store/hooks.ts";
import { readParts } from "./parts.ts";
import type { Parts } from "./parts.ts";
import { WholePageLink } from "./whole-page-link.tsx";
import "./embed.css";

const HEIGHT = 200;

const OwnDataPanel = lazy(async () => {
  const { OwnDataPanel: panel } = await import("../panels/own-data-panel.tsx");
  return { default: panel };
});

/** The same panels without the frame, for somebody else’s page. */
export function EmbedPage() {
  useSpaceKey();
  const parts = useMemo(() => readParts(location.search), []);
  const { complain } = useActions();
  const preset = usePage((state) => state.preset);
  useEffect(() => {
    document.title = `${preset.name} · Normscope`;
  }, [preset]);
  useEffect(() => {
    for (const sentence of parts.complaints) complain(sentence);
  }, [parts, complain]);
  return (
    <div className="embed">
      <EmbedTransport controls={parts.controls} />
      <PhaseAnnouncer />
      <StatusNotices />
      <EmbedControls controls={parts.controls} />
      <main className="embed-panels">
        {parts.panels.has("distance") ? <Distance hasView={parts.controls.has("view")} /> : null}
        {parts.panels.has("loss") || parts.panels.has("score") ? (
          <div>
            <FutureNote />
            <div className="chart-row">
              {parts.panels.has("loss") ? <LossPanels height={HEIGHT} /> : null}
              {parts.panels.has("score") ? <ScorePanel height={HEIGHT} /> : null}
            </div>
          </div>
        ) : null}
        {parts.panels.has("gap") ? <GapPanel height={HEIGHT} /> : null}
        {parts.panels.has("translations") ? <TranslationsPanel height={HEIGHT} /> : null}
        {parts.panels.has("own-data") ? (
          <Suspense>
            <OwnDataPanel />
          </Suspense>
        ) : null}
      </main>
      <MethodDialog />
    </div>
  );
}

function EmbedTransport({ controls }: Pick<Parts, "controls">) {
  return (
    <Transport
      play={controls.has("play")}
      step={controls.has("step")}
      back={controls.has("back")}
      reset={controls.has("reset")}
      speed={controls.has("speed")}
    >
      <WholePageLink />
    </Transport>
  );
}

function EmbedControls({ controls }: Pick<Parts, "controls">) {
  const [task, lanes] = [controls.has("task"), controls.has("lanes")];
  const [batch, rate] = [controls.has("batch"), controls.has("rate")];
  if (!task && !lanes && !batch && !rate) return null;
  return (
    <aside className="embed-controls" aria-label="Settings">
      <FirstControls task={task} lanes={lanes} batch={batch} rate={rate} />
    </aside>
  );
}

function Distance({ hasView }: { readonly hasView: boolean }) {
  const question = usePage(({ metric }) => entry(catalogue.metrics, metric).question);
  return (
    <section aria-labelledby="distance-title">
      <h1 id="distance-title" className="embed-title">
        {question}
      </h1>
      <div className="embed-view">
        <LaneLegend />
        {hasView ? <ViewPickers /> : null}
      </div>
      <DistancePanels height={HEIGHT} />
    </section>
  );
}
