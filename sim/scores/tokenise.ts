/** How a sentence becomes words before they are counted. */
export type Tokeniser = (sentence: string) => readonly string[];

/** For text that is already words with spaces between them: sacreBLEU's `tokenize=none`. */
export function splitAtSpaces(sentence: string): readonly string[] {
  return sentence.split(/\s+/u).filter((word) => word !== "");
}

const ENTITIES = [
  ["&quot;", '"'],
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
] as const;

/** In this order: each rule sees what the one before it made. */
const RULES = [
  // All ASCII punctuation but the apostrophe, the comma, the hyphen and the full stop stands alone.
  [/([{-~[-` -&(-+:-@/])/gu, " $1 "],
  // A full stop or comma stands alone unless a digit is on that side of it: 3.14 is one word.
  [/([^0-9])([.,])/gu, "$1 $2 "],
  [/([.,])([^0-9])/gu, " $1 $2"],
  // A hyphen stands alone after a digit.
  [/([0-9])(-)/gu, "$1 $2 "],
] as const;

/** The words of mteval-v13a, WMT's scorer: sacreBLEU's default, `tokenize=13a`. */
export function tokenise13a(sentence: string): readonly string[] {
  let line = sentence
    .trimEnd()
    .replaceAll("<skipped>", "")
    .replaceAll("-\n", "")
    .replaceAll("\n", " ");
  for (const [entity, sign] of ENTITIES) line = line.replaceAll(entity, sign);
  line = ` ${line} `;
  for (const [pattern, replacement] of RULES) line = line.replace(pattern, replacement);
  return splitAtSpaces(line);
}
