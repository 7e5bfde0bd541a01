import { useMemo } from "react";
import type { ChartEvent } from "../../components/charts/line-chart-events.tsx";
import { formatNumber } from "../../components/prose/format.ts";
import { catalogue } from "../../sim/catalogue.ts";
import type { Experiment } from "../../sim/contract/experiment.ts";
import type { ParamValue } from "../../sim/contract/params.ts";
import { usePage } from "../store/hooks.ts";
import { dataNamesOf, doneWords } from "./intervention-words.ts";
import { useLooks } from "./use-looks.ts";

/** What happened on the way, for the time axes: settings that were turned, what was done by hand, lanes that diverged, ways back and losses. */
export function useChartEvents(): readonly ChartEvent[] {
  const turns = usePage((state) => state.turns);
  const marks = usePage((state) => state.marks);
  const diverged = usePage((state) => state.diverged);
  const lanes = usePage((state) => state.lanes);
  const looks = useLooks();
  const experiment = usePage((state) => state.experiment);
  // They are in the order of their beginnings.
  const begun = usePage(
    (state) => state.experiment.interventions.filter(({ from }) => from <= state.step).length,
  );
  return useMemo(
    () => [
      ...marks,
      ...turns.map(({ step, label, from, to }) => ({
        step,
        label: `${label} ${written(from)} → ${written(to)}`,
      })),
      ...doneByHand(experiment, begun),
      ...diverged.map(({ step, lane }) => {
        const look = looks[lanes.findIndex(({ id }) => id === lane)];
        return { step, label: `${look?.label ?? lane} diverged` };
      }),
    ],
    [marks, turns, experiment, begun, diverged, lanes, looks],
  );
}

function doneByHand(experiment: Experiment, begun: number): readonly ChartEvent[] {
  const names = dataNamesOf(experiment, catalogue);
  return experiment.interventions.slice(0, begun).map((one) => {
    const label = doneWords(one, names);
    return one.from === one.to
      ? { step: one.from, label }
      : { step: one.from, until: one.to, label: `${label} to step ${one.to}` };
  });
}

function written(value: ParamValue): string {
  return typeof value === "number" ? formatNumber(value) : String(value);
}
