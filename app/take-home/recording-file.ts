import { laneStyle, laneStyles } from "../../components/theme/lane-styles.ts";
import { catalogue } from "../../sim/catalogue.ts";
import { refused } from "../../sim/contract/data-refused.ts";
import { STATISTICS } from "../../sim/contract/metric.ts";
import type { MetricDefinition, Statistic } from "../../sim/contract/metric.ts";
import { Fields, parseJson } from "./fields.ts";
import type { RecordedChart, Recording } from "./recording.ts";

export const RECORDING_FORMAT = "normscope recording";
const RECORDING_VERSION = 1;

const MOST = { steps: 200_000, sites: 400, channels: 1_000_000 } as const;
const TITLES: Readonly<Record<Statistic, string>> = {
  mean: "µ, the mean",
  variance: "σ², the variance",
  "quadratic-mean": "ψ², the quadratic mean",
};
const WHOLE_MODEL = "the whole model";

/** Growing columns over one list of steps. */
interface Columns {
  readonly steps: number[];
  readonly values: Map<string, number[]>;
}

/**
 * Reads what the hook of our PyTorch file has written: a first line that says what was watched, and a line for each step.
 * Numbers that JSON does not have, of a model that diverged, are null there and gaps here.
 */
export function readRecordingFile(text: string, file: string): Recording {
  const lines = text.split(/\r?\n/);
  const head = new Fields(parseJson(lines[0] ?? "", file), file, "line 1");
  head.at("version").word([RECORDING_VERSION]);
  const sites = head.at("sites").list(MOST.sites).map(readSite);
  const columns: Columns = { steps: [], values: new Map() };
  lines.forEach((line, i) => {
    if (i > 0 && line.trim() !== "") readStep(line, i, file, sites, columns);
  });
  return {
    title: head.at("title").text(),
    facts: readFacts(head),
    charts: chartsOf(head, sites, columns),
  };
}

function readSite(fields: Fields): string {
  fields.at("channels").integer(1, MOST.channels);
  return fields.at("id").text();
}

/** Everything plain that the first line says and that is no part of the format. */
function readFacts(head: Fields): (readonly [string, string])[] {
  const known = ["format", "version", "title", "sites", "label", "normaliser"];
  return Object.keys(head.object()).flatMap((key): [string, string][] =>
    known.includes(key) ? [] : [[key, String(head.at(key).plain())]],
  );
}

const METRICS = catalogue.metrics.filter(({ of }) => of === "input");

function readStep(
  line: string,
  index: number,
  file: string,
  sites: readonly string[],
  { steps, values }: Columns,
): void {
  const place = `line ${index + 1}`;
  const fields = new Fields(parseJson(line, file, index + 1), file, place);
  const step = fields.at("step").integer(0, Number.MAX_SAFE_INTEGER);
  const before = steps.at(-1);
  if (before !== undefined && step <= before) fields.at("step").refuse(`a step after ${before}`);
  if (steps.length >= MOST.steps)
    throw refused({ file, place, expected: `at most ${MOST.steps} steps`, found: "more" });
  steps.push(step);
  const put = (key: string, value: number): void => {
    const column = values.get(key) ?? [];
    if (column.length === 0) values.set(key, column);
    // A site that was not passed through before has gaps until now.
    while (column.length < steps.length - 1) column.push(Number.NaN);
    column.push(value);
  };
  put("loss", numberOrGap(fields.at("loss")));
  for (const site of sites) {
    const at = fields.at("sites").at(site);
    if (at.isMissing) continue;
    put(keyOf(site, "rows"), at.at("rows").integer(0, Number.MAX_SAFE_INTEGER));
    for (const { id } of METRICS) {
      const three = at.at(id).list(STATISTICS.length);
      STATISTICS.forEach((statistic, i) => {
        const value = three[i];
        put(
          keyOf(site, id, statistic),
          value ? numberOrGap(value) : at.at(id).refuse("three numbers"),
        );
      });
    }
  }
}

function numberOrGap(fields: Fields): number {
  return fields.isMissing ? Number.NaN : fields.number();
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

function chartsOf(
  head: Fields,
  sites: readonly string[],
  { steps, values }: Columns,
): RecordedChart[] {
  const normaliser = head.at("normaliser").text();
  const line = {
    label: head.at("label").text(),
    style: laneStyles([normaliser])[0] ?? laneStyle(normaliser, 0),
    weight: "thin" as const,
  };
  const chart = (
    key: string,
    about: Omit<RecordedChart, "series" | "events" | "xLabel" | "scale">,
  ) => {
    const column = values.get(key) ?? [];
    const series = [{ ...line, id: key, steps, values: column, length: column.length }];
    return { ...about, series, events: [], xLabel: "step", scale: "linear" as const };
  };
  const distances = sites.flatMap((place) =>
    METRICS.flatMap((metric) =>
      STATISTICS.map((statistic) =>
        chart(keyOf(place, metric.id, statistic), distanceWords(place, metric, statistic)),
      ),
    ),
  );
  const rows = sites.map((place) =>
    chart(keyOf(place, "rows"), {
      place,
      measure: "N, the real rows",
      title: "N, the real rows",
      summary: "How many rows of the whole batch were real, at every step.",
      yLabel: "rows",
    }),
  );
  const loss = chart("loss", {
    place: WHOLE_MODEL,
    measure: "Training loss",
    title: "Training loss",
    summary: "The loss that was handed to the recorder, at every step.",
    yLabel: "as it was handed over",
  });
  const hasLoss = loss.series.some((line) => line.values.some(Number.isFinite));
  return [...distances, ...rows, ...(hasLoss ? [loss] : [])];
}

function distanceWords(place: string, metric: MetricDefinition, statistic: Statistic) {
  const title = TITLES[statistic];
  return {
    place,
    measure: metric.name,
    title,
    summary: `${metric.name} between this batch’s ${title}, and the running one, at every step, at ${place}.`,
    yLabel: metric.unit,
  };
}
