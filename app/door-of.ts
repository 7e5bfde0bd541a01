/** The pages that have a file of their own on a static host; everything else is the laboratory. */
const NAMED = ["embed", "lessons", "article", "teach"] as const;
export type Door = (typeof NAMED)[number] | "laboratory";

/** The site may live in any folder of a static host, so only the last part of the path counts. */
export function doorOf(path: string): Door {
  const [, name] = /\/([a-z]+)(?:\.html)?\/?$/.exec(path) ?? [];
  return NAMED.find((door) => door === name) ?? "laboratory";
}
