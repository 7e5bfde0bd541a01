import { determiners } from "./determiners.ts";
import {
  adjectiveEnding,
  contracted,
  dativePlural,
  declineDeterminer,
  type Agreement,
} from "./german-endings.ts";
import type { Adjective, Case, GrammaticalNumber, Noun } from "./lemma.ts";
import type { Determiner, NounPhrase, Pronoun } from "./sentence.ts";

/** "der alte kapitän des schiffes", without a relative clause. */
export function germanNounPhrase(phrase: NounPhrase, grammaticalCase: Case): string[] {
  const { noun, number } = phrase;
  const of: Agreement = { gender: noun.gender, number, case: grammaticalCase };
  const words: string[] = [];
  const determiner = germanDeterminer(phrase.determiner, of);
  if (determiner !== "") words.push(determiner);
  if (phrase.very) words.push("sehr");
  const behind = determiner === "" ? "none" : determiners[phrase.determiner].behind;
  for (const adjective of phrase.adjectives) words.push(germanAdjective(adjective, behind, of));
  words.push(nounForm(noun, number, grammaticalCase));
  if (phrase.genitive !== null) words.push(...germanNounPhrase(phrase.genitive, "genitive"));
  if (phrase.wearing !== null) words.push("mit", ...germanNounPhrase(phrase.wearing, "dative"));
  return words;
}

/** "im garten", "auf dem markt"; a preposition stays apart from an article that a relative clause needs. */
export function germanPrepositional(
  preposition: string,
  phrase: NounPhrase,
  grammaticalCase: Case,
): string[] {
  const [first = "", ...rest] = germanNounPhrase(phrase, grammaticalCase);
  const whole =
    phrase.determiner === "definite" && phrase.relative === null
      ? contracted(preposition, first)
      : null;
  return whole === null ? [preposition, first, ...rest] : [whole, ...rest];
}

function germanDeterminer(determiner: Determiner, of: Agreement): string {
  const { german, declension } = determiners[determiner];
  // No plural of "ein": "hunde bellen".
  if (determiner === "indefinite" && of.number === "plural") return "";
  return declineDeterminer(german, declension, of);
}

function germanAdjective(
  adjective: Adjective,
  behind: Parameters<typeof adjectiveEnding>[0],
  of: Agreement,
): string {
  return adjective.german.stem + adjectiveEnding(behind, of);
}

function nounForm(noun: Noun, number: GrammaticalNumber, grammaticalCase: Case): string {
  const { singular, oblique, genitive, plural } = noun.german;
  if (number === "plural") {
    if (plural === null) throw new Error(`"${singular}" has no plural.`);
    return grammaticalCase === "dative" ? dativePlural(plural) : plural;
  }
  switch (grammaticalCase) {
    case "nominative":
      return singular;
    case "accusative":
    case "dative":
      return oblique;
    case "genitive":
      return genitive;
  }
}

/** Only subjects are pronouns here. */
export function germanPronoun(pronoun: Pronoun): string {
  return pronoun.word === "they" ? "sie" : pronoun.word;
}
