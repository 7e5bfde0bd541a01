import { catalogue } from "../catalogue.ts";
import type { DeviceName } from "../contract/device.ts";
import type { Experiment, Preset } from "../contract/experiment.ts";
import { parseExperiment } from "../contract/parse-experiment.ts";
import type { Shard } from "../contract/sweep.ts";

export const USAGE = `npm run sweep -- <preset> --seeds 1-5 --out results.json
  --set key=value   any setting of a link, as often as needed
  --lanes a,b       normalisers instead of the preset's
  --steps n         how long each run is
  --shard i/n       only part i of n, counted from 1; --merge joins the parts
  --jobs n          threads (the number of cores)
  --device name     wasm (default) or cpu
npm run sweep -- --merge part-1.json part-2.json … --out results.json`;

export interface SweepArguments {
  readonly kind: "sweep";
  readonly preset: Preset;
  readonly experiment: Experiment;
  readonly seeds: readonly number[];
  readonly shard: Shard | null;
  readonly out: string | null;
  readonly jobs: number | null;
  readonly device: Exclude<DeviceName, "webgl">;
  /** The words that another must give for the same numbers: without where they go, how many threads, or which part. */
  readonly command: string;
}

export interface MergeArguments {
  readonly kind: "merge";
  readonly parts: readonly string[];
  readonly out: string | null;
}

/** A command line that cannot be followed, with the sentence that says why. */
export class BadArguments extends Error {
  override readonly name = "BadArguments";
}

type Option = readonly [name: string, value: string];

/** Reads the command line; throws `BadArguments` naming the word that is wrong. */
export function readArguments(words: readonly string[]): SweepArguments | MergeArguments {
  const merged = words.indexOf("--merge");
  return merged < 0 ? readSweep(words) : readMerge(words, merged);
}

function readSweep(words: readonly string[]): SweepArguments {
  const [first] = words;
  const isNamed = first !== undefined && !first.startsWith("--");
  const options = pairs(isNamed ? ["--preset", ...words] : words, SWEEP_OPTIONS);
  const take = (name: string): string | undefined => options.find(([key]) => key === name)?.[1];
  const entries = options.flatMap(([name, text]): [string, string][] => {
    if (name === "set") return [setting(text)];
    return ["preset", "lanes", "steps"].includes(name) ? [[name, text]] : [];
  });
  const { preset, experiment, ignored } = parseExperiment(entries, catalogue);
  if (ignored.length > 0) throw new BadArguments(ignored.join("\n"));
  const device = take("device") ?? "wasm";
  if (device !== "wasm" && device !== "cpu")
    throw new BadArguments(`--device ${device} is not to be had in Node: expected wasm or cpu.`);
  const shard = take("shard");
  const seeds = readSeeds(take("seeds") ?? "1");
  const jobs = take("jobs");
  return {
    kind: "sweep",
    preset,
    experiment,
    seeds,
    shard: shard === undefined ? null : readShard(shard),
    out: take("out") ?? null,
    jobs: jobs === undefined ? null : whole(jobs, "--jobs", 1),
    device,
    command: commandOf(preset.id, options),
  };
}

const SWEEP_OPTIONS = [
  "preset",
  "seeds",
  "steps",
  "set",
  "lanes",
  "shard",
  "out",
  "jobs",
  "device",
];

/** These change what is written down, not what is computed. */
const NOT_OF_THE_NUMBERS = ["preset", "shard", "out", "jobs"];

function commandOf(preset: string, options: readonly Option[]): string {
  const kept = options.filter(([name]) => !NOT_OF_THE_NUMBERS.includes(name));
  const words = kept.map(([name, value]) => ` --${name} ${value}`).join("");
  return `npm run sweep -- ${preset}${words}`;
}

function readMerge(words: readonly string[], at: number): MergeArguments {
  const after = words.slice(at + 1);
  const next = after.findIndex((word) => word.startsWith("--"));
  const parts = next < 0 ? after : after.slice(0, next);
  const rest = [...words.slice(0, at), ...(next < 0 ? [] : after.slice(next))];
  const options = pairs(rest, ["out"]);
  if (parts.length === 0) throw new BadArguments("--merge needs the files of the parts.");
  return { kind: "merge", parts, out: options[0]?.[1] ?? null };
}

function pairs(words: readonly string[], known: readonly string[]): Option[] {
  const found: Option[] = [];
  for (let i = 0; i < words.length; i += 2) {
    const [word = "", value] = words.slice(i, i + 2);
    const name = word.replace(/^--/, "");
    if (!word.startsWith("--") || !known.includes(name))
      throw new BadArguments(`"${word}" is not an option here.`);
    if (value === undefined) throw new BadArguments(`${word} needs a value.`);
    if (name !== "set" && found.some(([other]) => other === name))
      throw new BadArguments(`${word} is given twice.`);
    found.push([name, value]);
  }
  return found;
}

/** What a sweep decides itself, and why. */
export const NOT_TO_BE_SET: Readonly<Record<string, string>> = {
  seed: "a sweep takes its seeds from --seeds",
  evaluateEvery: "a sweep evaluates once, at the end",
  gradientStatistics: "a sweep leaves gradient statistics out",
};

function setting(text: string): [string, string] {
  const at = text.indexOf("=");
  if (at < 1) throw new BadArguments(`--set ${text} is not of the form key=value.`);
  const key = text.slice(0, at);
  const reason = NOT_TO_BE_SET[key];
  if (reason !== undefined)
    throw new BadArguments(`--set ${text} would change nothing: ${reason}.`);
  return [key, text.slice(at + 1)];
}

/** `1,2,7` and `1-5`, in any mixture; each seed once. */
function readSeeds(text: string): number[] {
  const seeds = text.split(",").flatMap((word) => {
    const [low, high, ...more] = word.split("-").map((end) => whole(end, "--seeds", 0));
    if (low === undefined || more.length > 0 || (high !== undefined && high < low))
      throw new BadArguments(`--seeds ${text} is neither a list (1,2,7) nor a range (1-5).`);
    return Array.from({ length: (high ?? low) - low + 1 }, (_, i) => low + i);
  });
  const twice = seeds.find((seed, i) => seeds.indexOf(seed) !== i);
  if (twice !== undefined) throw new BadArguments(`--seeds ${text} names seed ${twice} twice.`);
  return seeds;
}

function readShard(text: string): Shard {
  const [part = 0, parts = 0] = (/^(\d+)\/(\d+)$/.exec(text)?.slice(1) ?? []).map(Number);
  if (part < 1 || part > parts)
    throw new BadArguments(`--shard ${text} is not a part such as 1/4, 2/4, 3/4 or 4/4.`);
  return { part, parts };
}

function whole(text: string, option: string, least: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || text.trim() === "")
    throw new BadArguments(`${option} ${text} is not a whole number from ${least} up.`);
  return number;
}
