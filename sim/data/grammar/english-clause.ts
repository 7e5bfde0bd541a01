import { englishNounPhrase, englishPronoun } from "./english-noun-phrase.ts";
import { englishCopula, englishVerbGroup, type Manner } from "./english-verb.ts";
import { punctuate } from "./punctuation.ts";
import {
  numberOf,
  type Clause,
  type Companion,
  type Complement,
  type Conjunction,
  type Connective,
  type Nominal,
  type NounPhrase,
  type Sentence,
  type VerbObject,
  type VerbPredicate,
} from "./sentence.ts";

const connectives: Readonly<Record<Connective, string>> = {
  und: "and",
  aber: "but",
  denn: "because",
};

const conjunctions: Readonly<Record<Conjunction, string>> = {
  weil: "because",
  obwohl: "although",
  wenn: "when",
  während: "while",
  bevor: "before",
  als: "when",
};

const companions: Readonly<Record<Companion["preposition"], string>> = {
  mit: "with",
  ohne: "without",
  für: "for",
};

/** An English sentence, word by word. */
export function englishSentence(sentence: Sentence): string[] {
  const words = mainClause(sentence.main);
  let before = sentence.main;
  for (const { connective, clause } of sentence.more) {
    // "and" needs a comma only where it could be heard as part of a subordinate clause.
    if (connective === "aber" || (connective === "und" && isLong(before))) words.push(",");
    words.push(connectives[connective], ...mainClause(clause));
    before = clause;
  }
  return punctuate(words);
}

function isLong({ subordinate, predicate }: Clause): boolean {
  return subordinate !== null || (predicate.kind === "verb" && predicate.complement !== null);
}

function mainClause(clause: Clause): string[] {
  const { subordinate } = clause;
  const words = statement(clause, clause.front === "time" && !subordinate?.first);
  if (subordinate === null) return words;
  const conjunction = conjunctions[subordinate.conjunction];
  const other = [conjunction, ...statement(subordinate.clause, false)];
  return subordinate.first ? [...other, ",", ...words] : [...words, ...other];
}

/** Subject, verb, objects, manner, companion, place, time; `timeFirst` puts the time before it all. */
function statement(clause: Clause, timeFirst: boolean): string[] {
  const time = clause.time === null ? [] : [clause.time.english];
  const words = [...predicate(clause), ...(timeFirst ? [] : time), ...complementOf(clause)];
  return timeFirst ? [...time, ...words] : words;
}

function predicate(clause: Clause): string[] {
  const { predicate } = clause;
  const subject = nominal(clause.subject, false);
  const manner = mannerOf(clause);
  switch (predicate.kind) {
    case "verb":
      return [...subject, ...verbPhrase(predicate, manner), ...adjuncts(clause), ...second(clause)];
    case "copula": {
      const very = predicate.very ? ["very"] : [];
      const words = [...subject, ...englishCopula(manner), ...very, predicate.adjective.english];
      return [...words, ...adjuncts(clause)];
    }
    case "existence": {
      const { thing } = predicate;
      const be = englishCopula({ ...manner, negated: false, number: thing.number });
      // "there is no boat", as German says it.
      const determiner = clause.negated ? "kein" : thing.determiner;
      return ["there", ...be, ...nounPhrase({ ...thing, determiner }, false), ...adjuncts(clause)];
    }
  }
}

function second(clause: Clause): string[] {
  return clause.also === null ? [] : ["and", ...verbPhrase(clause.also, mannerOf(clause))];
}

function verbPhrase({ verb, objects }: VerbPredicate, manner: Manner): string[] {
  const group = englishVerbGroup(verb.english, manner);
  return [...group, verb.english.particle, ...objectsOf(objects, manner.negated)];
}

/** Dative before accusative, "gives the man the book"; prepositional objects last. */
function objectsOf(objects: readonly VerbObject[], negated: boolean): string[] {
  const order = { dative: 0, accusative: 1, prepositional: 2 };
  const sorted = [...objects].sort((a, b) => order[a.slot.role] - order[b.slot.role]);
  return sorted.flatMap(({ slot, nominal: thing }) => {
    const preposition = slot.preposition === null ? [] : [slot.preposition.english];
    return [...preposition, ...nominal(thing, negated && slot.role === "accusative")];
  });
}

function adjuncts({ manner, companion, place }: Clause): string[] {
  const words = manner === null ? [] : [manner.english];
  if (companion !== null)
    words.push(companions[companion.preposition], ...nounPhrase(companion.nominal, false));
  if (place !== null) words.push(place.placing.english, ...nounPhrase(place.nominal, false));
  return words;
}

function mannerOf({ tense, modal, negated, subject, frequency }: Clause): Manner {
  const number = numberOf(subject);
  return { tense, modal, negated, number, frequency: frequency?.english ?? null };
}

function complementOf({ predicate }: Clause): string[] {
  return predicate.kind === "verb" && predicate.complement !== null
    ? complementWords(predicate.complement)
    : [];
}

function complementWords(complement: Complement): string[] {
  switch (complement.kind) {
    case "dass":
      return ["that", ...statement(complement.clause, false)];
    case "ob":
      return ["whether", ...statement(complement.clause, false)];
    case "infinitive": {
      const { verb, objects } = complement.predicate;
      return ["to", verb.english.base, verb.english.particle, ...objectsOf(objects, false)];
    }
  }
}

function nominal(thing: Nominal, denied: boolean): string[] {
  switch (thing.kind) {
    case "gap":
      return [];
    case "pronoun":
      return [englishPronoun(thing)];
    case "noun":
      return nounPhrase(thing, denied);
    case "pair":
      return [...nounPhrase(thing.first, denied), "and", ...nounPhrase(thing.second, denied)];
  }
}

/** With its relative clause: "who" for people as subjects, else "that". */
function nounPhrase(phrase: NounPhrase, denied: boolean): string[] {
  const words = englishNounPhrase(phrase, denied);
  if (phrase.relative === null) return words;
  const { clause, gap } = phrase.relative;
  const pronoun = gap === "subject" && phrase.noun.tags.has("person") ? "who" : "that";
  return [...words, pronoun, ...statement(clause, false)];
}
