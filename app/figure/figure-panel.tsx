import { useMemo } from "react";
import { BoxPlot } from "../../components/charts/box-plot.tsx";
import { boxDomain } from "../../components/charts/box-plot-layout.ts";
import type { BoxSeries } from "../../components/charts/box-plot-layout.ts";
import { Choice } from "../../components/controls/choice.tsx";
import { Toggle } from "../../components/controls/toggle.tsx";
import { Panel } from "../../components/frame/panel.tsx";
import type { PanelProps } from "../../components/frame/panel.tsx";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import { useEmptyWordsFor } from "../panels/empty-words.ts";
import { siteOptions } from "../panels/sites.ts";
import { useLooks } from "../panels/use-looks.ts";
import { usePainted, useReadout } from "../session-context.ts";
import { useActions, usePage } from "../store/hooks.ts";
import type { State } from "../store/store.ts";
import type { BoxView } from "../store/view-slice.ts";
import { boxPanels, boxViews } from "./box-views.ts";
import type { BoxPanel } from "./box-views.ts";
import { Fifths } from "./fifths.ts";
import { PaperPlot, PaperWords } from "./paper-plot.tsx";
import "./figure.css";

interface FigurePanelProps extends Pick<PanelProps, "headingLevel"> {
  readonly height: number;
  /** What the ids of its controls begin with. */
  readonly ids?: string;
}

const GROUPS = ["20 %", "40 %", "60 %", "80 %", "100 %"];

const VIEW_WORDS: Readonly<Record<BoxView, string>> = {
  "resnet-transformer": "BN in the ResNet and in the Transformer",
  "bn-pn-v": "BN against PN-V",
  lanes: "every lane, all three statistics",
};

/** The paper's figures as this run has them: boxes over fifths of training, the paper's own beside them. */
export function FigurePanel({ height, headingLevel = 2, ids = "figure" }: FigurePanelProps) {
  const metric = usePage((state) => entry(catalogue.metrics, state.metric));
  const scale = usePage((state) => state.boxScale);
  const lanes = usePage((state) => state.lanes);
  const views = useMemo(() => boxViews(lanes), [lanes]);
  const wanted = usePage((state) => state.boxes);
  const view = views.find((each) => each === wanted) ?? views[0] ?? "lanes";
  const plots = useBoxes(view);
  const empty = useEmptyWordsFor(metric);
  const domain = useMemo(
    () =>
      boxDomain(
        plots.flatMap(({ series }) => series),
        scale,
      ),
    [plots, scale],
  );
  const site = useSiteWords();
  return (
    <Panel title="The paper’s figure: boxes over fifths of training" headingLevel={headingLevel}>
      <Pickers views={views} view={view} ids={ids} />
      <p className="figure-words">
        {metric.name}, at the layer and by the metric chosen above ({site}). A box holds the middle
        half of a fifth of the run’s steps, quartiles between the two nearest ranks; whiskers end at
        the last step within 1.5 times its height; every step beyond is a diamond.
      </p>
      <div className="chart-row">
        {plots.map(({ title, series }) => (
          <BoxPlot
            key={title}
            title={title}
            summary={`${metric.name}: ${title}, a box a lane for each fifth of the run’s steps.`}
            yLabel={metric.unit}
            groups={GROUPS}
            series={series}
            scale={scale}
            yDomain={domain}
            height={height}
            empty={empty}
          />
        ))}
        {view === "bn-pn-v" ? (
          <PaperPlot metric={metric.id} groups={GROUPS} scale={scale} height={height} />
        ) : null}
      </div>
      <PaperWords view={view} metric={metric.id} />
    </Panel>
  );
}

interface PickersProps {
  readonly views: readonly BoxView[];
  readonly view: BoxView;
  readonly ids: string;
}

function Pickers({ views, view, ids }: PickersProps) {
  const scale = usePage((state) => state.boxScale);
  const { setView } = useActions();
  return (
    <div className="view-pickers">
      <Choice
        id={`${ids}-box-view`}
        label="Compared"
        options={views.map((value) => ({ value, label: VIEW_WORDS[value] }))}
        value={view}
        onChange={(value) => setView({ boxes: views.find((each) => each === value) ?? null })}
      />
      <Toggle
        id={`${ids}-box-log`}
        label="Log scale"
        value={scale === "log"}
        onChange={(isLog) => setView({ boxScale: isLog ? "log" : "linear" })}
      />
    </div>
  );
}

/** “last: encoder final”, as the menu of layers has it. */
function useSiteWords(): string {
  const lanes = usePage((state) => state.lanes);
  const site = usePage((state) => state.site);
  return siteOptions(lanes).find(({ value }) => value === site)?.label ?? site;
}

interface Plot {
  readonly title: string;
  readonly series: readonly BoxSeries[];
}

/** While it runs, boxes follow in hundredths of what there is: each of them sorts thousands of values. */
function stepOfBoxes({ phase, step }: State): number {
  return phase === "running" ? step - (step % Math.max(1, Math.floor(step / 100))) : step;
}

/** The boxes of all plots, as far as the run has come. */
function useBoxes(view: BoxView): readonly Plot[] {
  const looks = useLooks();
  const lanes = usePage((state) => state.lanes);
  const columns = usePage((state) => state.columns.steps);
  const hidden = usePage((state) => state.hidden);
  const site = usePage((state) => state.site);
  const metric = usePage((state) => entry(catalogue.metrics, state.metric));
  const steps = usePage((state) => state.experiment.steps);
  const step = useReadout(stepOfBoxes);
  const table = usePainted().table("steps");
  const fifths = useMemo(() => new Fifths(table), [table]);
  const panels = useMemo(
    () => boxPanels(view, { lanes, columns, hidden }, { site, metric: metric.id, of: metric.of }),
    [view, lanes, columns, hidden, site, metric],
  );
  return useMemo(() => {
    // A run that has just been replaced may still be named by its lanes; its table is gone.
    const isThere = ({ column }: BoxPanel["parts"][number]): boolean =>
      step >= 0 && column < table.columns.length;
    return panels.map(({ title, parts }) => ({
      title,
      series: parts.filter(isThere).flatMap(({ id, position, column, symbol }): BoxSeries[] => {
        const look = looks[position];
        if (!look) return [];
        const label = symbol === "" ? look.label : `${look.label} ${symbol}`;
        return [{ id, label, style: look.style, boxes: fifths.of(column, steps) }];
      }),
    }));
  }, [panels, looks, fifths, table, steps, step]);
}
