import { useMemo } from "react";
import type { ChartEvent } from "../../components/charts/line-chart-events.tsx";
import { formatNumber } from "../../components/prose/format.ts";
import type { ParamValue } from "../../sim/contract/params.ts";
import { usePage } from "../store/hooks.ts";
import { useLooks } from "./use-looks.ts";

/** What happened on the way, for the time axes: settings that were turned, lanes that diverged, ways back and losses. */
export function useChartEvents(): readonly ChartEvent[] {
  const turns = usePage((state) => state.turns);
  const marks = usePage((state) => state.marks);
  const diverged = usePage((state) => state.diverged);
  const lanes = usePage((state) => state.lanes);
  const looks = useLooks();
  return useMemo(
    () => [
      ...marks,
      ...turns.map(({ step, label, from, to }) => ({
        step,
        label: `${label} ${written(from)} → ${written(to)}`,
      })),
      ...diverged.map(({ step, lane }) => {
        const look = looks[lanes.findIndex(({ id }) => id === lane)];
        return { step, label: `${look?.label ?? lane} diverged` };
      }),
    ],
    [marks, turns, diverged, lanes, looks],
  );
}

function written(value: ParamValue): string {
  return typeof value === "number" ? formatNumber(value) : String(value);
}
