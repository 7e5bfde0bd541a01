import { catalogue } from "../../sim/catalogue.ts";
import { settingsOf, taskPrefix } from "../../sim/contract/settings.ts";
import { printAddress, readAddress } from "../store/url.ts";
import type { Address } from "../store/url.ts";
import { VERSION } from "../version.ts";
import type { Fields } from "./fields.ts";

export const EXPERIMENT_FORMAT = "normscope experiment";
const EXPERIMENT_VERSION = 1;

/** All words of an address, defaults too, so that a preset that is changed later changes no file. */
export type AddressWords = Readonly<Record<string, string | number | boolean>>;

export type LinkedState = Omit<Address, "complaints">;

/** Every word that a link to this could say, with numbers as numbers. */
export function addressWords(state: LinkedState): AddressWords {
  const { experiment, preset } = state;
  const tasks = experiment.tasks.flatMap(({ workload, model }, index) => [
    [`${taskPrefix(index)}workload`, workload.id],
    [`${taskPrefix(index)}model`, model.id],
  ]);
  const lanes = experiment.lanes.map(({ task, normaliser }) => taskPrefix(task) + normaliser.id);
  const settings = settingsOf(experiment, catalogue).map(({ key, value }) => [key, value]);
  const words: AddressWords = {
    preset: preset.id,
    ...Object.fromEntries(tasks),
    lanes: lanes.join(","),
    ...Object.fromEntries(settings),
  };
  // What a link says as a text and is not said above is of the view.
  const linked = new URLSearchParams(printAddress(state, catalogue));
  return { ...Object.fromEntries(linked), ...words };
}

/** The experiment and what is looked at, as a file that can be read by people. */
export function printExperimentFile(state: LinkedState, link: string, now: Date): string {
  const file = {
    format: EXPERIMENT_FORMAT,
    version: EXPERIMENT_VERSION,
    application: `Normscope ${VERSION}`,
    saved: now.toISOString(),
    question: state.preset.question,
    link,
    address: addressWords(state),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export interface ExperimentFile {
  readonly saved: string;
  readonly address: Address;
}

/** Reads what `printExperimentFile` wrote, and refuses what has another shape; values are judged as a link’s are. */
export function readExperimentFile(fields: Fields): ExperimentFile {
  fields.at("version").word([EXPERIMENT_VERSION]);
  return { saved: fields.at("saved").text(), address: readAddressWords(fields.at("address")) };
}

/** The same validator as the address bar’s. */
export function readAddressWords(fields: Fields): Address {
  const query = new URLSearchParams();
  for (const key of Object.keys(fields.object())) query.append(key, String(fields.at(key).plain()));
  return readAddress(query.toString(), catalogue);
}
