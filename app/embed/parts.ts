import { PARTS } from "../panels/part.tsx";
import type { Arrangement, PartName } from "../panels/part.tsx";

/**
 * What an embedding shows, from keys of its own in the address: `panels=distance,loss`, `controls=play,step` and
 * `locked=lanes,rate`. Without a key the usual ones are shown and none is locked; an empty one names none. What is locked
 * is shown as well.
 */
export const PANELS = [
  "distance",
  "loss",
  "score",
  "gap",
  "translations",
  "method",
  "figure",
  "own-data",
] as const;
export const CONTROLS = PARTS;

/** Whoever embeds a page should not take in a visitor's files without having meant to, and boxes need a whole run. */
export const USUAL_PANELS = "distance,loss,score,gap,translations";
export const USUAL_CONTROLS = "play,step,back,reset,speed,task,lanes,batch,rate,view";

export const LOCKED_REASON = "Whoever placed this figure has set it.";

export type PanelName = (typeof PANELS)[number];

/** As they are called where an embedding is put together. */
export const PANEL_NAMES: Readonly<Record<PanelName, string>> = {
  distance: "Distances",
  loss: "Losses",
  score: "Scores",
  gap: "Training–inference gap",
  translations: "Translations",
  method: "A method’s own",
  figure: "The paper’s figure",
  "own-data": "Own data",
};

export interface Parts {
  readonly panels: ReadonlySet<PanelName>;
  readonly controls: ReadonlySet<PartName>;
  readonly locked: ReadonlySet<PartName>;
  /** The host’s ground is to show through. */
  readonly isTransparent: boolean;
  readonly complaints: readonly string[];
}

export function readParts(query: string): Parts {
  const words = new URLSearchParams(query);
  const complaints: string[] = [];
  const read = <Name extends string>(key: string, names: readonly Name[], usual: string) =>
    namesIn(key, words.get(key) ?? usual, names, complaints);
  const locked = read("locked", CONTROLS, "");
  const controls = read("controls", CONTROLS, USUAL_CONTROLS);
  const ground = read("background", ["paper", "transparent"], "paper");
  return {
    panels: read("panels", PANELS, USUAL_PANELS),
    controls: new Set([...controls, ...locked]),
    locked,
    isTransparent: ground.has("transparent"),
    complaints,
  };
}

export function arrangementOf({ controls, locked }: Parts): Arrangement {
  const hidden = CONTROLS.filter((name) => !controls.has(name));
  return { hidden: new Set(hidden), locked, reason: LOCKED_REASON };
}

function namesIn<Name extends string>(
  key: string,
  raw: string,
  names: readonly Name[],
  complaints: string[],
): ReadonlySet<Name> {
  const wanted = raw
    .slice(0, 200)
    .split(",")
    .filter((word) => word !== "");
  const unknown = wanted.filter((word) => !names.some((name) => name === word));
  if (unknown.length > 0)
    complaints.push(
      `${key}=${unknown.join(",")} was ignored: expected any of ${names.join(", ")}.`,
    );
  return new Set(names.filter((name) => wanted.includes(name)));
}
