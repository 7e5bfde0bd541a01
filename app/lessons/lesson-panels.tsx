import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { Panel } from "../../components/frame/panel.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { FigurePanel } from "../figure/figure-panel.tsx";
import { DistancePanels } from "../panels/distance-panels.tsx";
import { GapPanel } from "../panels/gap-panel.tsx";
import { LaneLegend } from "../panels/lane-legend.tsx";
import { MethodPanel } from "../panels/method-panel.tsx";
import { BatchStatisticsToggle } from "../panels/batch-statistics-toggle.tsx";
import { LossPanels, ScorePanel } from "../panels/progress-panels.tsx";
import { ViewPickers } from "../panels/view-pickers.tsx";
import { usePage } from "../store/hooks.ts";
import { LESSON_PANELS } from "./define-lesson.ts";
import type { LessonStep, PanelName } from "./define-lesson.ts";
import { useLesson } from "./lesson-context.ts";
import { StackPanel } from "./stack/stack-panel.tsx";

const HEIGHT = 190;

/** The panels of the laboratory that a step shows, in the order in which the laboratory has them. */
export function LessonPanels({ step }: { readonly step: LessonStep }) {
  const hasView = step.controls.includes("view");
  return LESSON_PANELS.filter((name) => step.panels.includes(name)).map((name) => (
    <Pointed key={name} panel={name}>
      {panelOf(name, hasView)}
    </Pointed>
  ));
}

function panelOf(name: PanelName, hasView: boolean): ReactNode {
  switch (name) {
    case "stack":
      return <StackPanel height={HEIGHT} />;
    case "distance":
      return <Distance hasView={hasView} />;
    case "loss":
      return (
        <Panel title="Does it learn?" aside={hasView ? <BatchStatisticsToggle /> : undefined}>
          <div className="chart-row">
            <LossPanels height={HEIGHT} />
          </div>
        </Panel>
      );
    case "score":
      return (
        <Panel title="How much does it get right?">
          <ScorePanel height={HEIGHT} />
        </Panel>
      );
    case "gap":
      return <GapPanel height={HEIGHT} />;
    case "figure":
      return <FigurePanel height={HEIGHT} />;
    case "method":
      return <MethodPanel height={HEIGHT} />;
    default:
      return name satisfies never;
  }
}

function Distance({ hasView }: { readonly hasView: boolean }) {
  const question = usePage(({ metric }) => entry(catalogue.metrics, metric).question);
  return (
    <Panel title={question} aside={<LaneLegend />}>
      {hasView ? <ViewPickers /> : null}
      <DistancePanels height={HEIGHT} />
    </Panel>
  );
}

/** A panel that the words can point at. */
function Pointed({ panel, children }: { readonly panel: PanelName; readonly children: ReactNode }) {
  const { pointed } = useLesson();
  const isPointed = pointed?.panel === panel;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (pointed?.panel !== panel) return;
    place.current?.scrollIntoView({ block: "nearest" });
    place.current?.focus({ preventScroll: true });
  }, [pointed, panel]);
  return (
    <div
      ref={place}
      className="lesson-panel"
      tabIndex={-1}
      data-pointed={isPointed ? "" : undefined}
    >
      {children}
    </div>
  );
}
