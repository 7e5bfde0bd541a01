import { refused } from "../../sim/contract/data-refused.ts";
import { STATISTICS } from "../../sim/contract/metric.ts";
import type { Column } from "../../sim/contract/protocol.ts";
import type { SeriesTable } from "../session/series.ts";
import type { Fields } from "./fields.ts";
import { printFloats, readFloats } from "./numbers.ts";

const MOST_COLUMNS = 20_000;
const MOST_ROWS = 20_000;
const LONGEST_COLUMN = 6 * MOST_ROWS;

/** A table of a run at rest: all columns of one length. */
export interface SavedTable {
  readonly columns: readonly Column[];
  readonly steps: Uint32Array;
  readonly values: readonly Float32Array[];
}

export function printTable(table: SeriesTable) {
  const { columns, length } = table;
  return {
    columns,
    steps: [...table.steps.subarray(0, length)],
    values: columns.map((_, column) => printFloats(table.values(column).subarray(0, length))),
  };
}

export function readTable(fields: Fields, file: string): SavedTable {
  const columns = fields.at("columns").list(MOST_COLUMNS).map(readColumn);
  const steps = readSteps(fields.at("steps"));
  const values = fields.at("values").list(MOST_COLUMNS);
  if (values.length !== columns.length)
    fields.at("values").refuse(`as many columns as are named, ${columns.length}`);
  return {
    columns,
    steps,
    values: values.map((column) =>
      readFloats(column.text(LONGEST_COLUMN), steps.length, file, column.place),
    ),
  };
}

/** Charts and crosshairs search among them, so each must come after the one before. */
function readSteps(fields: Fields): Uint32Array {
  let before = -1;
  const steps = fields.list(MOST_ROWS + 1).map((field) => {
    const step = field.integer(0, MOST_ROWS);
    if (step <= before) field.refuse(`a step after ${before}`);
    before = step;
    return step;
  });
  return Uint32Array.from(steps);
}

const SCORED_ON = ["train", "held-out", "held-out-on-batch"] as const;

function readColumn(fields: Fields): Column {
  const lane = fields.at("lane").text();
  const kind = fields.at("kind").word(["statistic", "method", "loss", "score"]);
  switch (kind) {
    case "statistic":
      return {
        kind,
        lane,
        site: fields.at("site").text(),
        of: fields.at("of").word(["input", "gradient", "own", "floor"]),
        metric: fields.at("metric").text(),
        statistic: fields.at("statistic").word(STATISTICS),
      };
    case "method":
      return {
        kind,
        lane,
        place: fields.at("place").text(),
        metric: fields.at("metric").text(),
      };
    case "loss":
      return { kind, lane, on: fields.at("on").word(SCORED_ON) };
    case "score":
      return { kind, lane, name: fields.at("name").text(), on: fields.at("on").word(SCORED_ON) };
    default:
      throw refused({ file: "", place: null, expected: "a column", found: kind satisfies never });
  }
}
