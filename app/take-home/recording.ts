import type { ChartEvent } from "../../components/charts/line-chart-events.tsx";
import type { LineSeries } from "../../components/charts/line-series.ts";
import type { ScaleName } from "../../components/charts/shared-domain.ts";

/** Lines that belong in one chart. */
export interface RecordedChart {
  readonly title: string;
  readonly summary: string;
  /** Where and by what measure it was read: the viewer’s two menus. Empty where there is but one. */
  readonly place: string;
  readonly measure: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly scale: ScaleName;
  readonly events: readonly ChartEvent[];
  readonly series: readonly LineSeries[];
}

/** Charts that were not computed by this page now: out of a CSV, or recorded elsewhere. */
export interface Recording {
  readonly title: string;
  /** Names and values, as the file has them: link, device, date … */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly charts: readonly RecordedChart[];
}
