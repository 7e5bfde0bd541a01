import { DEVICES, ENGINES } from "../../sim/contract/device.ts";
import type { DeviceReport } from "../../sim/contract/device.ts";
import { MOST_LANES } from "../../sim/contract/experiment.ts";
import { TABLES } from "../../sim/contract/protocol.ts";
import type { LaneReport, LaneTranslations, TableName } from "../../sim/contract/protocol.ts";
import type { Sample } from "../../sim/contract/workload.ts";
import type { Series } from "../session/series.ts";
import type { Divergence, Mark, Translations, Turn } from "../store/run-slice.ts";
import type { State } from "../store/store.ts";
import type { Address } from "../store/url.ts";
import { VERSION } from "../version.ts";
import { addressWords, readAddressWords } from "./experiment-file.ts";
import type { Fields } from "./fields.ts";
import { printTable, readTable } from "./run-tables.ts";
import type { SavedTable } from "./run-tables.ts";

export const RUN_FORMAT = "normscope run";
const RUN_VERSION = 1;

const MOST = {
  steps: 20_000,
  sites: 200,
  channels: 65_536,
  turns: 20_000,
  sentences: 100,
} as const;
const LONGEST_SENTENCE = 4000;

/** A run as it was when it was saved: all that charts and lists show of it. */
export interface SavedRun {
  readonly saved: string;
  readonly address: Address;
  readonly device: DeviceReport;
  readonly step: number;
  readonly lanes: readonly LaneReport[];
  readonly pairs: readonly (readonly Sample[])[];
  readonly translations: Translations | null;
  readonly turns: readonly Turn[];
  readonly marks: readonly Mark[];
  readonly diverged: readonly Divergence[];
  readonly tables: Readonly<Record<TableName, SavedTable>>;
}

/** The whole run as JSON; null while none is built. */
export function printRunFile(state: State, series: Series, link: string, now: Date): string | null {
  const { device, step, lanes, pairs, translations, turns, marks, diverged } = state;
  if (!device) return null;
  const tables = Object.fromEntries(TABLES.map((name) => [name, printTable(series.table(name))]));
  return JSON.stringify({
    format: RUN_FORMAT,
    version: RUN_VERSION,
    application: `Normscope ${VERSION}`,
    saved: now.toISOString(),
    link,
    address: addressWords(state),
    device,
    step,
    lanes,
    pairs,
    translations,
    turns,
    marks,
    diverged,
    tables,
  });
}

export function readRunFile(fields: Fields, file: string): SavedRun {
  fields.at("version").word([RUN_VERSION]);
  const address = readAddressWords(fields.at("address"));
  const lanes = fields.at("lanes").list(MOST_LANES).map(readLane);
  const wanted = address.experiment.lanes.map(({ normaliser }) => normaliser.id).join(", ");
  // Names and colours follow from the experiment, so another one would put wrong names beside the lines.
  if (lanes.map(({ normaliser }) => normaliser).join(", ") !== wanted)
    fields.at("lanes").refuse(`the lanes of its address, ${wanted}`);
  return {
    saved: fields.at("saved").text(),
    address,
    device: readDevice(fields.at("device")),
    step: fields.at("step").integer(0, MOST.steps),
    lanes,
    pairs: fields.at("pairs").list(2).map(readPairs),
    translations: readTranslations(fields.at("translations")),
    turns: fields.at("turns").list(MOST.turns).map(readTurn),
    marks: fields.at("marks").list(MOST.turns).map(readMark),
    diverged: fields.at("diverged").list(MOST_LANES).map(readDivergence),
    tables: {
      steps: readTable(fields.at("tables").at("steps"), file),
      "held-out": readTable(fields.at("tables").at("held-out"), file),
      translated: readTable(fields.at("tables").at("translated"), file),
    },
  };
}

function readDevice(fields: Fields): DeviceReport {
  return {
    name: fields.at("name").word(DEVICES),
    detail: fields.at("detail").text(),
    software: fields.at("software").boolean(),
    engine: fields.at("engine").word(ENGINES),
    reason: fields.at("reason").text(),
    standIn: fields.at("standIn").boolean(),
  };
}

function readLane(fields: Fields): LaneReport {
  return {
    id: fields.at("id").text(),
    task: fields.at("task").integer(0, 1),
    normaliser: fields.at("normaliser").text(),
    sites: fields
      .at("sites")
      .list(MOST.sites)
      .map((site) => ({
        id: site.at("id").text(),
        channels: site.at("channels").integer(1, MOST.channels),
        own: site.at("own").boolean(),
      })),
    parameters: fields.at("parameters").integer(0, Number.MAX_SAFE_INTEGER),
  };
}

function readPairs(fields: Fields): Sample[] {
  return fields.list(MOST.sentences).map((pair) => ({
    input: pair.at("input").text(LONGEST_SENTENCE),
    output: pair.at("output").text(LONGEST_SENTENCE),
  }));
}

function readTranslations(fields: Fields): Translations | null {
  if (fields.isMissing) return null;
  return {
    step: fields.at("step").integer(0, MOST.steps),
    lanes: fields
      .at("lanes")
      .list(MOST_LANES)
      .map((lane): LaneTranslations => {
        const sentences = lane.at("sentences");
        return {
          lane: lane.at("lane").text(),
          sentences: sentences.isMissing
            ? null
            : sentences.list(MOST.sentences).map((each) => each.text(LONGEST_SENTENCE)),
        };
      }),
  };
}

function readTurn(fields: Fields): Turn {
  return {
    step: fields.at("step").integer(0, MOST.steps),
    key: fields.at("key").text(),
    label: fields.at("label").text(),
    from: fields.at("from").plain(),
    to: fields.at("to").plain(),
  };
}

function readMark(fields: Fields): Mark {
  return { step: fields.at("step").integer(0, MOST.steps), label: fields.at("label").text() };
}

function readDivergence(fields: Fields): Divergence {
  const site = fields.at("site");
  return {
    lane: fields.at("lane").text(),
    step: fields.at("step").integer(0, MOST.steps),
    site: site.isMissing ? null : site.text(),
  };
}
