import type { Clause, Nominal, NounPhrase, VerbPredicate } from "./sentence.ts";

/** About how many tokens a clause takes in the longer of the two languages. */
export function sizeOfClause(clause: Clause): number {
  const { subject, predicate, tense, modal, negated, place, time } = clause;
  let size = sizeOfNominal(subject);
  if (predicate.kind === "verb") size += sizeOfVerb(predicate);
  else if (predicate.kind === "copula") size += 2;
  else size += 2 + sizeOfNominal(predicate.thing);
  if (tense !== "present" || modal !== null) size += 1;
  if (negated) size += 2;
  if (place !== null) size += 1 + sizeOfNounPhrase(place.nominal);
  if (time !== null) size += time.english.split(" ").length;
  return size;
}

export function sizeOfVerb({ verb, objects }: VerbPredicate): number {
  const particle = verb.english.particle === "" ? 0 : verb.english.particle.split(" ").length;
  const own = 1 + Math.max(particle, verb.german.prefix === "" ? 0 : 1);
  return objects.reduce(
    (sum, { slot, nominal }) => sum + sizeOfNominal(nominal) + (slot.preposition === null ? 0 : 1),
    own,
  );
}

function sizeOfNominal(nominal: Nominal): number {
  switch (nominal.kind) {
    case "gap":
      return 0;
    case "pronoun":
      return 1;
    case "noun":
      return sizeOfNounPhrase(nominal);
    case "pair":
      return sizeOfNounPhrase(nominal.first) + sizeOfNounPhrase(nominal.second) + 1;
  }
}

export function sizeOfNounPhrase({ determiner, number, noun }: NounPhrase): number {
  const isBare = determiner === "none" || (determiner === "indefinite" && number === "plural");
  return (isBare ? 0 : 1) + noun.english.singular.split(" ").length;
}
