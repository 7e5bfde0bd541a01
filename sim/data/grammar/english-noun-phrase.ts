import { determiners } from "./determiners.ts";
import { indefiniteArticle } from "./english-endings.ts";
import type { NounPhrase, Pronoun } from "./sentence.ts";

/** "the old captain of the ship", without a relative clause; `denied` turns "a" into "any" where it must. */
export function englishNounPhrase(phrase: NounPhrase, denied = false): string[] {
  const { noun, number } = phrase;
  const words = phrase.adjectives.map(({ english }) => english);
  if (phrase.very) words.unshift("very");
  words.push(noun.english[number]);
  const determiner = englishDeterminer(phrase, denied, words[0] ?? "");
  if (determiner !== "") words.unshift(determiner);
  if (phrase.genitive !== null) words.push("of", ...englishNounPhrase(phrase.genitive));
  if (phrase.wearing !== null) words.push("with", ...englishNounPhrase(phrase.wearing));
  return words;
}

function englishDeterminer(phrase: NounPhrase, denied: boolean, next: string): string {
  const { determiner, number } = phrase;
  const word = determiners[determiner].english[number];
  if (word === "a") return indefiniteArticle(next);
  return denied && word === "" ? "any" : word;
}

/** As a subject. */
export function englishPronoun({ word, person }: Pronoun): string {
  switch (word) {
    case "wir":
      return "we";
    case "they":
      return "they";
    case "es":
      return "it";
    case "er":
      return person ? "he" : "it";
    case "sie":
      return person ? "she" : "it";
  }
}
