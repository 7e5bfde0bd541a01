import type { Case, Gender, GrammaticalNumber } from "./lemma.ts";

/**
 * The endings of German determiners and adjectives. A row is a case; its four columns are masculine,
 * feminine, neuter and plural.
 */
type Endings = Readonly<Record<Case, readonly [string, string, string, string]>>;

const article: Endings = {
  nominative: ["der", "die", "das", "die"],
  accusative: ["den", "die", "das", "die"],
  dative: ["dem", "der", "dem", "den"],
  genitive: ["des", "der", "des", "der"],
};

/** After no determiner, and of "dieser" and "jeder". */
const strong: Endings = {
  nominative: ["er", "e", "es", "e"],
  accusative: ["en", "e", "es", "e"],
  dative: ["em", "er", "em", "en"],
  genitive: ["es", "er", "es", "er"],
};

/** Of "ein", "kein" and the possessives. */
const mixed: Endings = {
  nominative: ["", "e", "", "e"],
  accusative: ["en", "e", "", "e"],
  dative: ["em", "er", "em", "en"],
  genitive: ["es", "er", "es", "er"],
};

/** Of an adjective after "der", "dieser", "jeder". */
const weakAdjective: Endings = {
  nominative: ["e", "e", "e", "en"],
  accusative: ["en", "e", "e", "en"],
  dative: ["en", "en", "en", "en"],
  genitive: ["en", "en", "en", "en"],
};

/** Of an adjective after "ein", "kein" and the possessives. */
const mixedAdjective: Endings = {
  nominative: ["er", "e", "es", "en"],
  accusative: ["en", "e", "es", "en"],
  dative: ["en", "en", "en", "en"],
  genitive: ["en", "en", "en", "en"],
};

/** Of an adjective that stands alone; the genitive of masculine and neuter is "-en". */
const strongAdjective: Endings = { ...strong, genitive: ["en", "er", "en", "er"] };

export interface Agreement {
  readonly gender: Gender;
  readonly number: GrammaticalNumber;
  readonly case: Case;
}

/** How a determiner declines, which decides the endings of the adjectives after it. */
export type Declension = "article" | "strong" | "mixed" | "none";

export function declineDeterminer(stem: string, declension: Declension, of: Agreement): string {
  switch (declension) {
    case "article":
      return cell(article, of);
    case "strong":
      return stem + cell(strong, of);
    case "mixed":
      return stem + cell(mixed, of);
    case "none":
      return stem;
  }
}

/** The ending of an adjective behind a determiner of this declension. */
export function adjectiveEnding(behind: Declension, of: Agreement): string {
  switch (behind) {
    case "article":
    case "strong":
      return cell(weakAdjective, of);
    case "mixed":
      return cell(mixedAdjective, of);
    case "none":
      return cell(strongAdjective, of);
  }
}

/** "der", "dem", and in the dative plural "denen". */
export function relativePronoun(of: Agreement): string {
  return of.number === "plural" && of.case === "dative" ? "denen" : cell(article, of);
}

function cell(endings: Endings, { gender, number, case: row }: Agreement): string {
  const [masculine, feminine, neuter, plural] = endings[row];
  if (number === "plural") return plural;
  return { masculine, feminine, neuter }[gender];
}

/** des hafens, des mannes, des busses; a feminine noun stays as it is. */
export function genitive(singular: string, gender: Gender): string {
  if (gender === "feminine") return singular;
  if (/(s|ß|x|z|tz|sch)$/.test(singular)) return `${singular}es`;
  const syllables = singular.match(/[aeiouäöüy]+/g)?.length ?? 0;
  return syllables === 1 && !/[aeiouäöüh]$/.test(singular) ? `${singular}es` : `${singular}s`;
}

/** den häfen → den häfen, den schiffe → den schiffen, den hotels → den hotels. */
export function dativePlural(plural: string): string {
  return /[ns]$/.test(plural) ? plural : `${plural}n`;
}

const contractions: Readonly<Record<string, string>> = {
  "in dem": "im",
  "in das": "ins",
  "an dem": "am",
  "an das": "ans",
  "zu dem": "zum",
  "zu der": "zur",
};

/** "in dem" → "im"; null where the two words stay apart. */
export function contracted(preposition: string, article: string): string | null {
  return contractions[`${preposition} ${article}`] ?? null;
}
