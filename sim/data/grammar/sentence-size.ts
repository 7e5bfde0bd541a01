import type { Clause, Complement, Nominal, NounPhrase, VerbPredicate } from "./sentence.ts";

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
  if (time !== null) size += sizeOfExpression(time.english);
  return size;
}

export function sizeOfVerb({ verb, objects, complement }: VerbPredicate): number {
  const particle = sizeOfExpression(verb.english.particle);
  const own = 1 + Math.max(particle, verb.german.prefix === "" ? 0 : 1);
  return objects.reduce(
    (sum, { slot, nominal }) => sum + sizeOfNominal(nominal) + (slot.preposition === null ? 0 : 1),
    own + sizeOfComplement(complement),
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
  return (isBare ? 0 : 1) + sizeOfExpression(noun.english.singular);
}

/** Its words; most expressions are one. */
export function sizeOfExpression(expression: string): number {
  if (expression === "") return 0;
  return expression.includes(" ") ? expression.split(" ").length : 1;
}

function sizeOfComplement(complement: Complement | null): number {
  if (complement === null) return 0;
  return complement.kind === "infinitive"
    ? sizeOfVerb(complement.predicate) + 2
    : sizeOfClause(complement.clause) + 2;
}
