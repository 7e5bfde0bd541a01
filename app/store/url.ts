/**
 * Experiment, device and view ⇄ query string. What is at its default is left out.
 *
 * | key | values | default |
 * |---|---|---|
 * | `preset` | id of a preset | the first |
 * | `lanes` | normalisers, comma-separated; `b.` before those of the second task | the preset's |
 * | `workload`, `model` (`b.workload`, …) | ids | the preset's |
 * | `do` | what is done while it runs and at which steps: `outlier@120x10`, `topic@200-260`, `shrink@300-340:16`, `freeze@400-450`, `evaluate@500-550`, comma-separated | nothing |
 * | any key of `settingsOf`: `seed`, `learningRate`, `translation.zipf`, `lane2.groups` | a value | the preset's |
 * | `device` | `auto`, `webgl`, `wasm`, `cpu` | `auto` |
 * | `engine` | `fused`, `composed` | `fused` |
 * | `site` | `first`, `last`, or a site's name | `last` |
 * | `metric` | id of a metric | the first |
 * | `scale` | `linear`, `log` | `linear` |
 * | `floor` | `false`: without what independent rows would give | `true` |
 * | `boxes` | which boxes over fifths of training: see `BOX_VIEWS` | what the run can show |
 * | `boxScale` | `linear`, `log` | `linear` |
 * | `hide` | ids of lanes that are not drawn, comma-separated | none |
 * | `batchStatistics` | `true`: held-out loss with batch statistics too | `false` |
 * | `speed` | steps a second: 1, 2, 5, 10, 20, 50 | as fast as it goes |
 * | `method` | id of the normaliser whose card is open | none |
 * | `methodMetric`, `methodPlace`, `methodScale` | what the chart of a method's own metrics shows | the first, `last`, `linear` |
 * | `closer` | a way to look closer: see `CLOSER_VIEWS` | the first |
 * | `closerStatistic` | `mean`, `variance`, `quadratic-mean` | `variance` |
 * | `closerLane` | id of the one lane whose channels are set against each other | all |
 * | `dissected` | id of the lane whose step is taken apart | the first |
 * | `channel`, `row` | what is followed through the step, counted from 1 | 1 |
 * | `stage` | how far it is followed: see `STAGES` | the first |
 * | `lesson`, `step` | which step of which lesson is shown: see `lessons/lesson-address.ts` | the list |
 * | `from`, `to` | the first and the last step that charts show | all |
 * | `theme` | `light`, `dark`, `auto` | `auto` |
 * | `panels`, `controls`, `locked` | what an embedding shows, comma-separated: see `embed/parts.ts` | the usual |
 * | `background`, `id` | an embedding’s ground, and the name its messages carry: see `embed/README.md` | paper, none |
 * | `present` | `true`: as a presenter shows it on a wall | `false` |
 */
import type { Catalogue } from "../../sim/contract/catalogue.ts";
import { DEVICES, ENGINES } from "../../sim/contract/device.ts";
import type { DeviceRequest } from "../../sim/contract/device.ts";
import { STAGES } from "../../sim/contract/dissection.ts";
import { STATISTICS } from "../../sim/contract/metric.ts";
import { parseExperiment, printExperiment } from "../../sim/contract/parse-experiment.ts";
import type { ExperimentStart } from "./experiment-slice.ts";
import { BOX_VIEWS, CLOSER_VIEWS, SPEEDS, THEMES } from "./view-slice.ts";
import type { Scale, Speed, ViewStart, Zoom } from "./view-slice.ts";

export type Address = ExperimentStart & ViewStart;

/** What an embedding shows is its host’s choice, and read by `embed`. */
export const EMBED_KEYS = ["panels", "controls", "locked", "background", "id"] as const;

/** Keys of the query that are not the experiment's. `lesson` and `step` are read by `lessons`. */
export const VIEW_KEYS = [
  "device",
  "engine",
  "site",
  "metric",
  "scale",
  "floor",
  "boxes",
  "boxScale",
  "hide",
  "batchStatistics",
  "speed",
  "method",
  "methodMetric",
  "methodPlace",
  "methodScale",
  "closer",
  "closerStatistic",
  "closerLane",
  "dissected",
  "channel",
  "row",
  "stage",
  "lesson",
  "step",
  "from",
  "to",
  "theme",
  ...EMBED_KEYS,
  "present",
] as const;

const SCALES: readonly Scale[] = ["linear", "log"];
const SWITCH = ["true", "false"] as const;
const REQUESTS: readonly DeviceRequest[] = ["auto", ...DEVICES];

// A link is read by people; whatever is longer than this is not one of ours.
const LONGEST_QUERY = 4000;
const LONGEST_WORD = 400;
const MOST_COMPLAINTS = 12;

/** Reads a query string. Never throws: what cannot be read is ignored and said in `complaints`. */
export function readAddress(query: string, catalogue: Catalogue): Address {
  const complaints: string[] = [];
  const words = takeWords(query, complaints);
  const take = (key: string): string | undefined => {
    const value = words.get(key);
    words.delete(key);
    return value;
  };
  const metricIds = catalogue.metrics.map(({ id }) => id);
  const view = {
    deviceRequest: oneOf("device", take("device"), REQUESTS, "auto", complaints),
    engine: oneOf("engine", take("engine"), ENGINES, "fused", complaints),
    site: take("site") ?? "last",
    metric: oneOf("metric", take("metric"), metricIds, metricIds[0] ?? "", complaints),
    scale: oneOf("scale", take("scale"), SCALES, "linear", complaints),
    floor: oneOf("floor", take("floor"), SWITCH, "true", complaints) === "true",
    boxes: oneOf("boxes", take("boxes"), ["", ...BOX_VIEWS], "", complaints) || null,
    boxScale: oneOf("boxScale", take("boxScale"), SCALES, "linear", complaints),
    hidden: [...new Set((take("hide") ?? "").split(",").filter((id) => id !== ""))],
    batchStatistics:
      oneOf("batchStatistics", take("batchStatistics"), SWITCH, "false", complaints) === "true",
    speed: readSpeed(take("speed"), complaints),
    present: oneOf("present", take("present"), SWITCH, "false", complaints) === "true",
    ...readMethodView(take, catalogue, complaints),
    zoom: readZoom(take("from"), take("to"), complaints),
    theme: oneOf("theme", take("theme"), THEMES, "auto", complaints),
    ...readWalkView(take, complaints),
    closer: oneOf("closer", take("closer"), CLOSER_VIEWS, CLOSER_VIEWS[0], complaints),
    closerStatistic: oneOf(
      "closerStatistic",
      take("closerStatistic"),
      STATISTICS,
      "variance",
      complaints,
    ),
    closerLane: take("closerLane") ?? "",
  };
  take("lesson");
  take("step");
  for (const key of EMBED_KEYS) take(key);
  const { preset, experiment, ignored } = parseExperiment(words, catalogue);
  complaints.push(...ignored);
  return { ...view, preset, experiment, complaints: shortened(complaints) };
}

/** The query, without its question mark, that `readAddress` reads back as this. */
export function printAddress(
  address: Omit<Address, "complaints">,
  catalogue: Catalogue,
  kept: Iterable<readonly [string, string]> = [],
): string {
  const words = new URLSearchParams(printExperiment(address.experiment, address.preset, catalogue));
  const add = (key: string, value: string, standard: string): void => {
    if (value !== standard) words.append(key, value);
  };
  add("device", address.deviceRequest, "auto");
  add("engine", address.engine, "fused");
  add("site", address.site, "last");
  add("metric", address.metric, catalogue.metrics[0]?.id ?? "");
  add("scale", address.scale, "linear");
  add("floor", String(address.floor), "true");
  add("boxes", address.boxes ?? "", "");
  add("boxScale", address.boxScale, "linear");
  add("hide", address.hidden.join(","), "");
  add("batchStatistics", String(address.batchStatistics), "false");
  add("speed", String(address.speed), "null");
  add("method", address.method ?? "", "");
  add("methodMetric", address.methodMetric, "");
  add("methodPlace", address.methodPlace, "last");
  add("methodScale", address.methodScale, "linear");
  add("present", String(address.present), "false");
  add("closer", address.closer, CLOSER_VIEWS[0]);
  add("closerStatistic", address.closerStatistic, "variance");
  add("closerLane", address.closerLane, "");
  add("from", String(address.zoom?.[0] ?? ""), "");
  add("to", String(address.zoom?.[1] ?? ""), "");
  add("theme", address.theme, "auto");
  add("dissected", address.dissected, "");
  add("channel", String(address.channel), "1");
  add("row", String(address.row), "1");
  add("stage", address.stage, STAGES[0]);
  for (const [key, value] of kept) words.append(key, value);
  // These are allowed in a query, and a link with them can be read aloud.
  return words.toString().replaceAll("%2C", ",").replaceAll("%40", "@").replaceAll("%3A", ":");
}

function takeWords(query: string, complaints: string[]): Map<string, string> {
  if (query.length > LONGEST_QUERY)
    complaints.push(
      `The link is ${query.length} characters long; only the first ${LONGEST_QUERY} were read.`,
    );
  const words = new Map<string, string>();
  for (const [key, value] of new URLSearchParams(query.slice(0, LONGEST_QUERY))) {
    if (key.length > LONGEST_WORD || value.length > LONGEST_WORD)
      complaints.push(`${clipped(key)}=${clipped(value)} was ignored: it is too long.`);
    else if (words.has(key)) complaints.push(`${key}=${value} was ignored: ${key} is given twice.`);
    else words.set(key, value);
  }
  return words;
}

function oneOf<Word extends string>(
  key: string,
  raw: string | undefined,
  options: readonly Word[],
  standard: Word,
  complaints: string[],
): Word {
  if (raw === undefined) return standard;
  const found = options.find((option) => option === raw);
  if (found === undefined)
    complaints.push(`${key}=${raw} was ignored: expected one of ${options.join(", ")}.`);
  return found ?? standard;
}

/** The card that is open, and the chart of what only some methods have to show. */
function readMethodView(
  take: (key: string) => string | undefined,
  { normalisers }: Catalogue,
  complaints: string[],
): Pick<Address, "method" | "methodMetric" | "methodPlace" | "methodScale"> {
  const ids = normalisers.map(({ id }) => id);
  const metrics = normalisers.flatMap(({ metrics = [] }) => metrics.map(({ id }) => id));
  const named = take("methodMetric");
  return {
    method: oneOf("method", take("method"), ids, "", complaints) || null,
    methodMetric: oneOf("methodMetric", named, [...new Set(metrics)], "", complaints),
    methodPlace: take("methodPlace") ?? "last",
    methodScale: oneOf("methodScale", take("methodScale"), SCALES, "linear", complaints),
  };
}

/** What is followed through a step that is taken apart. Which channels and rows there are, only the step can say. */
function readWalkView(
  take: (key: string) => string | undefined,
  complaints: string[],
): Pick<Address, "dissected" | "channel" | "row" | "stage"> {
  return {
    dissected: take("dissected") ?? "",
    channel: readPlace("channel", take("channel"), complaints),
    row: readPlace("row", take("row"), complaints),
    stage: oneOf("stage", take("stage"), STAGES, STAGES[0], complaints),
  };
}

/** A place counted from 1. */
function readPlace(key: string, raw: string | undefined, complaints: string[]): number {
  if (raw === undefined) return 1;
  if (/^[1-9]\d{0,6}$/.test(raw)) return Number(raw);
  complaints.push(`${key}=${raw} was ignored: expected a whole number from 1.`);
  return 1;
}

/** Both or none: whole steps, the first before the last. */
function readZoom(
  from: string | undefined,
  to: string | undefined,
  complaints: string[],
): Zoom | null {
  if (from === undefined && to === undefined) return null;
  const isStep = (raw = "") => /^\d{1,5}$/.test(raw);
  if (isStep(from) && isStep(to) && Number(from) < Number(to)) return [Number(from), Number(to)];
  complaints.push(
    `from=${from ?? ""} and to=${to ?? ""} were ignored: expected two steps, the first before the last.`,
  );
  return null;
}

function readSpeed(raw: string | undefined, complaints: string[]): Speed {
  const named = SPEEDS.filter((speed) => speed !== null).map(String);
  const word = raw === undefined ? "" : oneOf("speed", raw, named, "", complaints);
  return SPEEDS.find((speed) => String(speed) === word) ?? null;
}

function shortened(complaints: readonly string[]): string[] {
  const more = complaints.length - MOST_COMPLAINTS;
  const shown = complaints.slice(0, MOST_COMPLAINTS).map((sentence) => clipped(sentence, 300));
  return more > 0 ? [...shown, `${more} more were ignored.`] : shown;
}

function clipped(text: string, longest = 40): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
