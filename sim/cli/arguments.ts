import { catalogue } from "../catalogue.ts";
import type { DeviceName } from "../contract/device.ts";
import type { Experiment, Preset } from "../contract/experiment.ts";
import { parseExperiment } from "../contract/parse-experiment.ts";

export const USAGE = `npm run sweep -- --preset <id> --seeds 1,2,3 --steps 1000 --out results.json
  --set key=value   any setting of a link, as often as needed
  --lanes a,b       normalisers instead of the preset's
  --jobs n          threads (the number of cores)
  --device name     wasm (default) or cpu`;

export interface SweepArguments {
  readonly preset: Preset;
  readonly experiment: Experiment;
  readonly seeds: readonly number[];
  readonly out: string;
  readonly jobs: number | null;
  readonly device: Exclude<DeviceName, "webgl">;
}

/** A command line that cannot be followed, with the sentence that says why. */
export class BadArguments extends Error {
  override readonly name = "BadArguments";
}

/** Reads the command line; throws `BadArguments` naming the word that is wrong. */
export function readArguments(words: readonly string[]): SweepArguments {
  const options = pairs(words);
  const take = (name: string): string | undefined => options.find(([key]) => key === name)?.[1];
  const out = take("out");
  if (out === undefined) throw new BadArguments("--out is missing: say where the records go.");
  const settings = options.filter(([key]) => key === "set").map(([, text]) => setting(text));
  const entries = [
    ...["preset", "lanes", "steps"].flatMap((name): [string, string][] => {
      const text = take(name);
      return text === undefined ? [] : [[name, text]];
    }),
    ...settings,
  ];
  const { preset, experiment, ignored } = parseExperiment(entries, catalogue);
  if (ignored.length > 0) throw new BadArguments(ignored.join("\n"));
  const device = take("device") ?? "wasm";
  if (device !== "wasm" && device !== "cpu")
    throw new BadArguments(`--device ${device} is not to be had in Node: expected wasm or cpu.`);
  return {
    preset,
    experiment,
    seeds: seeds(take("seeds") ?? "1"),
    out,
    jobs: jobs(take("jobs")),
    device,
  };
}

const KNOWN = ["preset", "seeds", "steps", "set", "lanes", "out", "jobs", "device"];

function pairs(words: readonly string[]): [string, string][] {
  const found: [string, string][] = [];
  for (let i = 0; i < words.length; i += 2) {
    const [word = "", value] = words.slice(i, i + 2);
    const name = word.replace(/^--/, "");
    if (!word.startsWith("--") || !KNOWN.includes(name))
      throw new BadArguments(`"${word}" is not an option.`);
    if (value === undefined) throw new BadArguments(`${word} needs a value.`);
    found.push([name, value]);
  }
  return found;
}

function setting(text: string): [string, string] {
  const at = text.indexOf("=");
  if (at < 1) throw new BadArguments(`--set ${text} is not of the form key=value.`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function seeds(text: string): number[] {
  return text.split(",").map((word) => whole(word, "--seeds", 0));
}

function jobs(text: string | undefined): number | null {
  return text === undefined ? null : whole(text, "--jobs", 1);
}

function whole(text: string, option: string, least: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || text.trim() === "")
    throw new BadArguments(`${option} ${text} is not a whole number from ${least} up.`);
  return number;
}
