import { isRecord } from "./is-record.ts";

/** What a host may ask of an embedding. */
export type Command =
  | { readonly name: "play" | "pause" | "step" | "reset" }
  /** Another experiment and view: a query, or a link that has one. */
  | { readonly name: "load"; readonly query: string }
  /** The state after so many steps, at rest there. */
  | { readonly name: "goto"; readonly step: number };

const PREFIX = "normscope:";
const LONGEST_QUERY = 4000;

/** What Reveal says to the frames of a slide that comes and goes. */
const SLIDES: ReadonlyMap<unknown, Command> = new Map([
  ["slide:start", { name: "play" }],
  ["slide:stop", { name: "pause" }],
]);

/** A message as a command; a sentence about what is wrong with it; or null, where it is not for us. */
export function readCommand(data: unknown): Command | string | null {
  const slide = SLIDES.get(data);
  if (slide) return slide;
  if (!isRecord(data)) return null;
  const { type, version = 1 } = data;
  if (typeof type !== "string" || !type.startsWith(PREFIX)) return null;
  if (version !== 1)
    return `Version ${String(version)} of ${clipped(type)} is not known here; 1 is.`;
  return readNamed(type.slice(PREFIX.length), data);
}

function readNamed(name: string, { query, step }: Readonly<Record<string, unknown>>) {
  switch (name) {
    case "play":
    case "pause":
    case "step":
    case "reset":
      return { name } as const;
    case "load":
      if (typeof query !== "string" || query.length > LONGEST_QUERY)
        return `load needs a query of at most ${LONGEST_QUERY} characters.`;
      return { name, query: query.slice(query.indexOf("?") + 1) } as const;
    case "goto":
      if (typeof step !== "number" || !Number.isInteger(step) || step < 0)
        return "goto needs a step: a whole number from 0.";
      return { name, step } as const;
    default:
      return `There is no command ${clipped(name)}.`;
  }
}

function clipped(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
