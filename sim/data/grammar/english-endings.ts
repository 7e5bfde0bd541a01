/** Regular English inflection, by spelling. */

const sibilant = /(s|x|z|ch|sh)$/;
const consonantY = /[^aeiou]y$/;

/** ship → ships, box → boxes, city → cities. Irregular plurals are given in the lexicon. */
export function pluralNoun(singular: string): string {
  return withS(singular);
}

/** sleep → sleeps, catch → catches, carry → carries. */
export function thirdPerson(base: string): string {
  return base === "go" || base === "do" ? `${base}es` : withS(base);
}

function withS(word: string): string {
  if (sibilant.test(word)) return `${word}es`;
  return consonantY.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** cook → cooked, bake → baked, carry → carried, stop → stopped. */
export function pastTense(base: string): string {
  if (base.endsWith("e")) return `${base}d`;
  if (consonantY.test(base)) return `${base.slice(0, -1)}ied`;
  // A short word that ends consonant, vowel, consonant doubles the last.
  if (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(base)) return `${base}${base.slice(-1)}ed`;
  return `${base}ed`;
}

/** "a" or "an", by the sound of the next word. */
export function indefiniteArticle(next: string): string {
  if (/^(hour|honest)/.test(next)) return "an";
  return /^[aeiou]/.test(next) && !/^(one|uni|use)/.test(next) ? "an" : "a";
}
