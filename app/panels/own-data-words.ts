import { formatInteger } from "../../components/prose/format.ts";
import type {
  Found,
  PairsFound,
  PicturesFound,
  TextFound,
  WordsFound,
} from "../../sim/contract/own-data.ts";
import type { ParamValue } from "../../sim/contract/params.ts";

/** Values of the settings that a count depends on, as they stand. */
export type Values = Readonly<Record<string, ParamValue>>;

const CLASSES_SHOWN = 12;

/** What was found, in sentences; with the settings as they stand. */
export function foundSentences(found: Found, values: Values): readonly string[] {
  switch (found.kind) {
    case "pictures":
      return picturesSentences(found);
    case "pairs":
      return pairsSentences(found, values);
    case "text":
      return textSentences(found, values);
  }
}

function picturesSentences(found: PicturesFound): string[] {
  const { pictures, test, classes, width, height } = found;
  const shown = classes
    .slice(0, CLASSES_SHOWN)
    .map(({ name, pictures }) => `${name} ${formatInteger(pictures)}`);
  const more = classes.length - shown.length;
  return [
    `${formatInteger(pictures)} pictures of ${width} × ${height}, in ${classes.length} classes: ${shown.join(", ")}${more > 0 ? `, and ${more} more` : ""}.`,
    test > 0
      ? `${formatInteger(test)} of them came as a test set: on these the networks are scored and never trained.`
      : "None came as a test set: the seed holds a fifth at most apart for scoring.",
  ];
}

function pairsSentences(found: PairsFound, values: Values): string[] {
  const longest = Number(values["longest"]);
  const over = found.lengths.slice(longest + 1).reduce((sum, count) => sum + count, 0);
  const most = found.lengths.length - 1;
  const leftOut = [
    [found.empty, "have an empty side"],
    [found.tooLong, `have a side of more than ${most} tokens`],
    [over, `are longer than “Longest sentence”, ${longest}`],
  ].filter(([count]) => count !== 0);
  return [
    `${formatInteger(found.pairs)} pairs of up to ${found.lengths.findLastIndex((count) => count > 0)} tokens.`,
    leftOut.length === 0
      ? "None is left out."
      : `Left out: ${leftOut.map(([count, why]) => `${formatInteger(Number(count))} that ${why}`).join("; ")}.`,
    wordsSentence(found, values),
  ];
}

function textSentences(found: TextFound, values: Values): string[] {
  return [
    `${formatInteger(found.lines)} lines, ${formatInteger(found.tokens)} tokens; the longest line has ${formatInteger(found.longest)}.`,
    wordsSentence(found, values),
  ];
}

/** Four of a vocabulary's words are none: padding, start, end, unknown. */
const SPECIAL = 4;

function wordsSentence(found: WordsFound, values: Values): string {
  const isLower = values["lowerCase"] === true;
  const coverage = isLower ? found.coverage.lowerCase : found.coverage.asWritten;
  const kept = Math.min(coverage.length, Number(values["vocabulary"]) - SPECIAL);
  const share = 1 - (coverage[kept - 1] ?? 0) / found.tokens;
  const words = `${formatInteger(kept)} of ${formatInteger(coverage.length)} different words are kept`;
  return `${words}${isLower ? ", lower-cased" : ""}; ${percent(share)} of the tokens are <unk>.`;
}

function percent(share: number): string {
  return share > 0 && share < 0.001 ? "under 0.1 %" : `${(100 * share).toFixed(1)} %`;
}
