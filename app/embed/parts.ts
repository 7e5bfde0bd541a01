/**
 * What an embedding shows, from its own two keys of the address: `panels=distance,loss` and `controls=play,step`.
 * Without a key all are shown, but for what takes files in; an empty one shows none.
 */
export const PANELS = ["distance", "loss", "score", "gap", "translations", "own-data"] as const;
export const CONTROLS = [
  "play",
  "step",
  "back",
  "reset",
  "speed",
  "task",
  "lanes",
  "batch",
  "rate",
  "view",
] as const;

/** Whoever embeds a page should not take in a visitor's files without having meant to. */
const USUAL_PANELS = "distance,loss,score,gap,translations";

export type PanelName = (typeof PANELS)[number];
export type ControlName = (typeof CONTROLS)[number];

export interface Parts {
  readonly panels: ReadonlySet<PanelName>;
  readonly controls: ReadonlySet<ControlName>;
  readonly complaints: readonly string[];
}

export function readParts(query: string): Parts {
  const words = new URLSearchParams(query);
  const complaints: string[] = [];
  return {
    panels: namesIn("panels", words.get("panels") ?? USUAL_PANELS, PANELS, complaints),
    controls: namesIn("controls", words.get("controls"), CONTROLS, complaints),
    complaints,
  };
}

function namesIn<Name extends string>(
  key: string,
  raw: string | null,
  names: readonly Name[],
  complaints: string[],
): ReadonlySet<Name> {
  if (raw === null) return new Set(names);
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
