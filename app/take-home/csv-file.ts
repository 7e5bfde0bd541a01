import type { ChartEvent } from "../../components/charts/line-chart-events.tsx";
import type { LineSeries } from "../../components/charts/line-series.ts";
import { CSV_OPENING, CSV_VERSION } from "../../components/charts/save/series-csv.ts";
import { laneStyle, MAIN_LANES, OTHER_LANES } from "../../components/theme/lane-styles.ts";
import type { LaneStyle } from "../../components/theme/lane-styles.ts";
import { refused } from "../../sim/contract/data-refused.ts";
import { Fields, parseJson } from "./fields.ts";
import type { RecordedChart, Recording } from "./recording.ts";

const MOST = { rows: 200_000, columns: 4000, notes: 10_000, dashes: 8, dash: 100 } as const;
/** Said of the lines themselves; anything else in the header is a fact to be shown. */
const OF_THE_CHART = ["title", "about", "x", "y", "scale", "source"] as const;

/** A line as it is read, growing. */
interface Read {
  readonly label: string;
  readonly style: LaneStyle;
  readonly weight: LineSeries["weight"];
  readonly place: string;
  readonly measure: string;
  readonly steps: number[];
  readonly values: number[];
}

/** Reads what `printSeriesCsv` wrote. */
export function readCsvFile(text: string, file: string): Recording {
  const lines = text.split(/\r?\n/);
  const version = lines[0]?.slice(CSV_OPENING.length).trim();
  if (version !== String(CSV_VERSION))
    throw refused({
      file,
      place: "line 1",
      expected: `version ${CSV_VERSION} of Normscope’s series`,
      found: `version “${(version ?? "").slice(0, 40)}”`,
    });
  const { notes, headLine } = readNotes(lines, file);
  const series = readRows(lines, headLine, readColumns(lines, headLine, notes, file), file);
  const said = (name: string): string => notes.find(([key]) => key === name)?.[1] ?? "";
  const events = notes.flatMap(([name, label]): ChartEvent[] => {
    const step = /^event (\d+)$/.exec(name)?.[1];
    return step === undefined ? [] : [{ step: Number(step), label }];
  });
  const title = said("title");
  return {
    title,
    facts: notes.filter(
      ([name]) => !OF_THE_CHART.some((word) => word === name) && !/^(event|column) \d+$/.test(name),
    ),
    charts: chartsOf(series, {
      title,
      summary: said("about"),
      xLabel: said("x"),
      yLabel: said("y"),
      scale: said("scale") === "log" ? "log" : "linear",
      events,
    }),
  };
}

type Notes = readonly (readonly [name: string, value: string])[];

function readNotes(lines: readonly string[], file: string): { notes: Notes; headLine: number } {
  const notes: [string, string][] = [];
  let line = 1;
  for (; lines[line]?.startsWith("#"); line++) {
    const note = /^# ([^:]{1,60}): (.*)$/.exec(lines[line] ?? "");
    if (note) notes.push([note[1] ?? "", note[2] ?? ""]);
    if (notes.length > MOST.notes)
      throw refused({
        file,
        place: `line ${line + 1}`,
        expected: `at most ${MOST.notes} lines that begin with #`,
        found: "more",
      });
  }
  return { notes, headLine: line };
}

/** The columns as their notes have them; one without a note is a line of the next colour. */
function readColumns(
  lines: readonly string[],
  headLine: number,
  notes: Notes,
  file: string,
): Read[] {
  const heads = cellsOf(lines[headLine] ?? "");
  const count = heads.length - 1;
  if (count < 1 || count > MOST.columns)
    throw refused({
      file,
      place: `line ${headLine + 1}`,
      expected: `the names of the steps and of 1 to ${MOST.columns} columns`,
      found: `${heads.length} ${heads.length === 1 ? "name" : "names"}`,
    });
  return heads.slice(1).map((head, i) => {
    const note = notes.find(([name]) => name === `column ${i + 1}`)?.[1];
    const plain = { label: head, place: "", measure: "", weight: "thin" as const };
    if (note === undefined) return { ...plain, style: laneStyle("", i), steps: [], values: [] };
    const fields = new Fields(parseJson(note, file), file, `column ${i + 1}`);
    const dash = fields.at("dash").list(MOST.dashes);
    return {
      label: fields.at("label").text(),
      weight: fields.at("weight").word(["thin", "thick"]),
      place: textOr(fields.at("place")),
      measure: textOr(fields.at("measure")),
      style: {
        ...styleCalled(fields.at("colour").text(), i),
        dash: dash.map((length) => Math.max(0, Math.min(MOST.dash, length.number()))),
      },
      steps: [],
      values: [],
    };
  });
}

function textOr(fields: Fields): string {
  return fields.isMissing ? "" : fields.text();
}

const STYLES = [...Object.values(MAIN_LANES), ...OTHER_LANES];

function styleCalled(colour: string, order: number): LaneStyle {
  return (
    STYLES.find(({ cssVariable }) => cssVariable === `--lane-${colour}`) ?? laneStyle("", order)
  );
}

function readRows(
  lines: readonly string[],
  headLine: number,
  columns: Read[],
  file: string,
): Read[] {
  let before = Number.NEGATIVE_INFINITY;
  for (let line = headLine + 1; line < lines.length; line++) {
    const text = lines[line] ?? "";
    if (text === "") continue;
    const wrong = (expected: string, found: string) =>
      refused({ file, place: `line ${line + 1}`, expected, found });
    if (line - headLine > MOST.rows) throw wrong(`at most ${MOST.rows} rows`, "more");
    const cells = cellsOf(text);
    if (cells.length !== columns.length + 1)
      throw wrong(`${columns.length + 1} cells`, `${cells.length}`);
    const step = numberIn(cells[0] ?? "");
    if (step === null || !Number.isFinite(step) || step <= before)
      throw wrong(`a step above the one before`, `“${(cells[0] ?? "").slice(0, 40)}”`);
    before = step;
    columns.forEach(({ steps, values }, i) => {
      const cell = cells[i + 1] ?? "";
      if (cell === "") return;
      const value = numberIn(cell);
      if (value === null)
        throw wrong("a number, NaN, Infinity or nothing", `“${cell.slice(0, 40)}”`);
      steps.push(step);
      values.push(value);
    });
  }
  return columns;
}

function numberIn(cell: string): number | null {
  const text = cell.trim();
  if (text === "NaN") return Number.NaN;
  const value = text === "" ? Number.NaN : Number(text);
  return Number.isNaN(value) ? null : value;
}

/** Lines of one place and measure are one chart. */
function chartsOf(
  series: readonly Read[],
  shared: Omit<RecordedChart, "place" | "measure" | "series">,
): readonly RecordedChart[] {
  const groups = new Map<string, Read[]>();
  for (const line of series) {
    const key = JSON.stringify([line.place, line.measure]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map((lines) => {
    const { place = "", measure = "" } = lines[0] ?? {};
    return {
      ...shared,
      title: measure === "" ? shared.title : measure,
      place,
      measure,
      series: lines.map(({ label, style, weight, steps, values }, i) => ({
        id: `${i} ${label}`,
        label,
        style,
        weight,
        steps,
        values,
        length: steps.length,
      })),
    };
  });
}

/** The cells of one line; a quoted one may hold commas, and quotes twice. */
function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(",");
  return Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
    quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'),
  );
}
