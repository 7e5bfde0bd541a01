import type { Constructions } from "./constructions.ts";
import { contracted, dativePlural, declineDeterminer } from "./german-endings.ts";
import { infinitive, zuInfinitive } from "./german-verb.ts";
import type { Adjective, Lemma, Noun, Placing, Verb } from "./lemma.ts";

/** Every word, of both languages, that a lemma can bring into a sentence built with these constructions. */
export function formsOf(lemma: Lemma, allowed: Constructions): string[] {
  switch (lemma.kind) {
    case "noun":
      return words(nounForms(lemma, allowed));
    case "verb":
      return words(verbForms(lemma, allowed));
    case "adjective":
      return words(adjectiveForms(lemma, allowed));
    case "adverbial":
      return words([lemma.german, lemma.english]);
  }
}

function words(expressions: readonly string[]): string[] {
  const all = expressions.flatMap((expression) => expression.split(" "));
  return [...new Set(all)].filter((word) => word !== "");
}

function nounForms(noun: Noun, allowed: Constructions): string[] {
  const { german, english } = noun;
  const forms = [german.singular, german.oblique, english.singular];
  if (allowed.has("plural") && german.plural !== null)
    forms.push(german.plural, dativePlural(german.plural), english.plural);
  if (allowed.has("genitive") && noun.tags.has("of")) forms.push(german.genitive);
  if (allowed.has("places"))
    for (const placing of [noun.location, noun.direction]) forms.push(...placeForms(noun, placing));
  return forms;
}

function placeForms(noun: Noun, placing: Placing | null): string[] {
  if (placing === null) return [];
  const fused = (["dative", "accusative"] as const).map((grammaticalCase) => {
    const of = { gender: noun.gender, number: "singular", case: grammaticalCase } as const;
    return contracted(placing.german, declineDeterminer("", "article", of)) ?? "";
  });
  return [placing.german, placing.english, ...fused];
}

function verbForms(verb: Verb, allowed: Constructions): string[] {
  const { prefix, joined, stem, thirdPerson, participle } = verb.german;
  const before = joined ? prefix : "";
  const forms = [thirdPerson, prefix, before + thirdPerson, verb.english.particle];
  forms.push(verb.english.thirdPerson);
  if (allowed.has("plural")) forms.push(stem, before + stem);
  if (allowed.has("plural") || allowed.has("negation")) forms.push(verb.english.base);
  if (allowed.has("past")) forms.push(participle, verb.english.past);
  if (allowed.has("modals") || allowed.has("future") || allowed.has("infinitives"))
    forms.push(...infinitive(verb), verb.english.base);
  if (allowed.has("infinitives")) forms.push(...zuInfinitive(verb));
  for (const { preposition } of verb.objects) {
    if (preposition === null) continue;
    const { german, english } = preposition;
    forms.push(german, english, contracted(german, "dem") ?? "", contracted(german, "das") ?? "");
  }
  return forms;
}

function adjectiveForms({ german, english }: Adjective, allowed: Constructions): string[] {
  const forms = [german.bare, english];
  if (allowed.has("adjectives"))
    forms.push(...["e", "en", "er", "es"].map((ending) => german.stem + ending));
  return forms;
}
