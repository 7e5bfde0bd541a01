import { CSV_OPENING } from "../../components/charts/save/series-csv.ts";
import { DataRefused, refused } from "../../sim/contract/data-refused.ts";
import type { OwnFile } from "../../sim/contract/own-data.ts";
import { readCsvFile } from "./csv-file.ts";
import { EXPERIMENT_FORMAT, readExperimentFile } from "./experiment-file.ts";
import type { ExperimentFile } from "./experiment-file.ts";
import { Fields, parseJson } from "./fields.ts";
import { beginning, unpacked } from "./gzip.ts";
import type { Recording } from "./recording.ts";
import { readRecordingFile, RECORDING_FORMAT } from "./recording-file.ts";
import { readRunFile, RUN_FORMAT } from "./run-file.ts";
import type { SavedRun } from "./run-file.ts";

/** What a file that was taken home held. */
export type FileContent =
  | { readonly kind: "experiment"; readonly experiment: ExperimentFile }
  | { readonly kind: "run"; readonly run: SavedRun }
  | { readonly kind: "recording"; readonly recording: Recording };

export type Opened = { readonly name: string } & (
  | FileContent
  /** One sentence: file, place, expected, found. */
  | { readonly kind: "refused"; readonly sentence: string }
);

const FORMATS = [EXPERIMENT_FORMAT, RUN_FORMAT, RECORDING_FORMAT] as const;
const HEAD = 4096;

/** Whether a file is one of ours, or was meant to be, by what it begins with; its name counts only where it is JSON. */
export async function isOurs({ path, bytes }: OwnFile): Promise<boolean> {
  // What cannot be read is for the reader of a learner’s data to speak of.
  const head = (await beginning(bytes, HEAD).catch(() => "")).trimStart();
  if (head.startsWith(CSV_OPENING)) return true;
  const isJson = /\.jsonl?(\.gz)?$/i.test(path);
  return head.startsWith("{") && (isJson || FORMATS.some((format) => head.includes(`"${format}"`)));
}

/** Reads one file of ours. What is wrong with it is a sentence; anything else that goes wrong is our bug, and is thrown. */
export async function openFile({ path, bytes }: OwnFile): Promise<Opened> {
  try {
    return { name: path, ...readContent(await unpacked(bytes, path), path) };
  } catch (error) {
    if (error instanceof DataRefused)
      return { name: path, kind: "refused", sentence: error.message };
    throw error;
  }
}

function readContent(text: string, file: string): FileContent {
  if (text.startsWith(CSV_OPENING))
    return { kind: "recording", recording: readCsvFile(text, file) };
  const opening = text.slice(0, HEAD);
  if (!opening.trimStart().startsWith("{"))
    throw refused({
      file,
      place: null,
      expected: "an experiment, a run, a CSV or a recording that was saved by Normscope",
      found: "something else",
    });
  // A recording is a line of JSON for each step, and so no JSON as a whole.
  if (opening.split("\n", 1)[0]?.includes(`"${RECORDING_FORMAT}"`))
    return { kind: "recording", recording: readRecordingFile(text, file) };
  const fields = new Fields(parseJson(text, file), file);
  const format = fields.at("format").word(FORMATS);
  if (format === EXPERIMENT_FORMAT)
    return { kind: "experiment", experiment: readExperimentFile(fields) };
  if (format === RUN_FORMAT) return { kind: "run", run: readRunFile(fields, file) };
  return { kind: "recording", recording: readRecordingFile(text, file) };
}
