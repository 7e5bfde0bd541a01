import type { CsvChart, CsvSeries } from "../../components/charts/save/series-csv.ts";
import { catalogue } from "../../sim/catalogue.ts";
import { entry } from "../../sim/contract/catalogue.ts";
import type { Statistic } from "../../sim/contract/metric.ts";
import { TABLES } from "../../sim/contract/protocol.ts";
import type { Column, ScoredOn, TableName } from "../../sim/contract/protocol.ts";
import { chartLines } from "../panels/chart-lines.ts";
import type { LaneLook } from "../panels/lane-look.ts";
import type { Series } from "../session/series.ts";
import type { State } from "../store/store.ts";

/** Columns that make one table to take home. */
export interface CsvChoice {
  readonly id: string;
  /** “Distance, as in the paper, at every place”. */
  readonly label: string;
  readonly yLabel: string;
  readonly table: TableName;
  readonly columns: readonly number[];
}

const STATISTIC: Readonly<Record<Statistic, string>> = {
  mean: "µ",
  variance: "σ²",
  "quadratic-mean": "ψ²",
};

const ON: Readonly<Record<ScoredOn, string>> = {
  train: "in training",
  "held-out": "on held-out data",
  "held-out-on-batch": "on held-out data, with batch statistics",
};

/** Everything that a run measures, in tables of like things, in the order of its columns. */
export function csvChoices({ columns }: Pick<State, "columns">): readonly CsvChoice[] {
  const choices = new Map<string, CsvChoice>();
  for (const table of TABLES)
    columns[table].forEach((column, index) => {
      const { label, yLabel } = groupOf(column);
      const id = `${table} ${label}`;
      const known = choices.get(id)?.columns ?? [];
      choices.set(id, { id, label, yLabel, table, columns: [...known, index] });
    });
  return [...choices.values()];
}

function groupOf(column: Column): { readonly label: string; readonly yLabel: string } {
  switch (column.kind) {
    case "loss":
      return { label: `Loss ${ON[column.on]}`, yLabel: "nats" };
    case "score":
      return { label: `${column.name} ${ON[column.on]}`, yLabel: column.name };
    case "method": {
      const { name, unit } = methodMetric(column.metric);
      return { label: `${name}, at every place`, yLabel: unit };
    }
    case "statistic": {
      const { name, unit } = entry(catalogue.metrics, column.metric);
      const whose = column.of === "floor" ? " of independent rows" : "";
      return { label: `${name}${whose}, at every place`, yLabel: unit };
    }
    default:
      return column satisfies never;
  }
}

function methodMetric(id: string): { readonly name: string; readonly unit: string } {
  const metrics = catalogue.normalisers.flatMap((method) => method.metrics ?? []);
  return entry(metrics, id);
}

/** The chosen columns as a chart for a file, each line with its place and its measure. */
export function csvChart(
  choice: CsvChoice,
  state: Pick<State, "lanes" | "columns">,
  series: Series,
  looks: readonly LaneLook[],
): CsvChart {
  const table = series.table(choice.table);
  const lines = choice.columns.flatMap((column): CsvSeries[] => {
    const what = state.columns[choice.table][column];
    const position = state.lanes.findIndex(({ id }) => id === what?.lane);
    const lane = state.lanes[position];
    if (!what || !lane) return [];
    const aside = what.kind === "statistic" && what.of === "own" ? "own" : null;
    const weight = choice.table === "steps" ? "thin" : "thick";
    const [line] = chartLines([{ lane, position, column, aside }], table, looks, weight);
    // The line’s numbers are getters, which a copy would read now: so it stays what it is, and is added to.
    return line ? [Object.assign(line, placeAndMeasure(what))] : [];
  });
  return {
    title: choice.label,
    summary: `${choice.label}, one column a lane${choice.label.endsWith("place") ? " and place" : ""}.`,
    xLabel: "step",
    yLabel: choice.yLabel,
    scale: "linear",
    events: [],
    series: lines,
  };
}

function placeAndMeasure(column: Column): { readonly place?: string; readonly measure?: string } {
  if (column.kind === "method")
    return { place: column.place, measure: methodMetric(column.metric).name };
  if (column.kind !== "statistic") return {};
  return {
    place: column.site,
    measure: `${entry(catalogue.metrics, column.metric).name}: ${STATISTIC[column.statistic]}`,
  };
}
