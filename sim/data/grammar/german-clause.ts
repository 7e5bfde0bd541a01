import { relativePronoun, type Agreement } from "./german-endings.ts";
import { germanNounPhrase, germanPrepositional, germanPronoun } from "./german-noun-phrase.ts";
import {
  germanCopula,
  germanExistence,
  germanVerbGroup,
  zuInfinitive,
  type VerbGroup,
} from "./german-verb.ts";
import type { Case } from "./lemma.ts";
import {
  numberOf,
  type Clause,
  type Complement,
  type Companion,
  type Nominal,
  type NounPhrase,
  type Place,
  type Sentence,
  type VerbObject,
  type VerbPredicate,
} from "./sentence.ts";
import { punctuate } from "./punctuation.ts";

/** A German sentence, word by word. */
export function germanSentence(sentence: Sentence): string[] {
  const words = mainClause(sentence.main);
  for (const { connective, clause } of sentence.more) {
    if (connective !== "und") words.push(",");
    words.push(connective, ...mainClause(clause));
  }
  return punctuate(plain(words));
}

/** Verb second: one thing before it, the rest after it, what belongs to the verb at the end. */
function mainClause(clause: Clause): string[] {
  const { subordinate } = clause;
  const verb = verbGroup(clause);
  if (subordinate?.first) {
    const before = [...subordinateClause(subordinate.conjunction, subordinate.clause), ","];
    return [...before, verb.finite, ...subjectOf(clause), ...tail(clause, verb, null)];
  }
  const front = frontOf(clause);
  const inverted = front.piece === "subject" ? [] : subjectOf(clause);
  const words = [...front.words, verb.finite, ...inverted, ...tail(clause, verb, front.piece)];
  if (subordinate === null) return words;
  const after = subordinateClause(subordinate.conjunction, subordinate.clause);
  return [...words, ",", ...after, ","];
}

/** What follows the finite verb and the subject, with a second predicate of the same subject. */
function tail(clause: Clause, verb: VerbGroup, front: Clause["front"] | null): string[] {
  const middle = [...middleField(clause, front)];
  const words = closed(middle, verb.end);
  if (clause.also !== null) {
    const second = germanVerbGroup(clause.also.verb, inflection(clause));
    const objects = clause.also.objects.flatMap((object) => objectWords(object, false));
    // One auxiliary serves both participles: "hat die suppe gekocht und das brot gegessen".
    const finite = clause.tense === "present" ? [second.finite] : [];
    words.push("und", ...finite, ...objects, ...second.end);
  }
  return [...words, ...complementOf(clause)];
}

/** Verb last: "weil der koch die suppe gekocht hat". */
function subordinateClause(conjunction: string, clause: Clause): string[] {
  return [",", conjunction, ...subjectOf(clause), ...verbLast(clause)];
}

function verbLast(clause: Clause): string[] {
  const verb = verbGroup(clause);
  const middle = middleField(clause, null);
  const last = verb.prefix === null ? [...verb.end, verb.finite] : [verb.prefix + verb.finite];
  if (clause.also === null) return [...closed(middle, last), ...complementOf(clause)];
  const second = germanVerbGroup(clause.also.verb, inflection(clause));
  const objects = clause.also.objects.flatMap((object) => objectWords(object, false));
  if (clause.tense === "past")
    return [...middle, ...verb.end, "und", ...objects, ...second.end, verb.finite];
  const secondLast = (second.prefix ?? "") + second.finite;
  return [...closed(middle, last), "und", ...objects, secondLast];
}

/** Puts the end of the verb after the middle, but before a relative clause that closes the middle. */
function closed(middle: readonly string[], end: readonly string[]): string[] {
  const opening = middle.indexOf(extraposed);
  if (opening < 0) return [...middle, ...end];
  const relative = middle.slice(opening + 1);
  return [...middle.slice(0, opening), ...end, ...relative];
}

/** Marks where a relative clause at the end of the middle begins, so that the verb can step over it. */
const extraposed = "\u0000";

function middleField(clause: Clause, front: Clause["front"] | null): string[] {
  const { predicate } = clause;
  const groups: string[][] = [];
  const objects = predicate.kind === "verb" ? predicate.objects : [];
  const says = (role: string) => objects.filter(({ slot }) => slot.role === role);
  for (const object of says("dative")) groups.push(objectWords(object, clause.negated));
  if (clause.time !== null && front !== "time") groups.push([clause.time.german]);
  if (clause.frequency !== null) groups.push([clause.frequency.german]);
  const manner = clause.manner === null ? [] : [[clause.manner.german]];
  if (clause.modal === "gern") manner.unshift([clause.negated ? "nicht gern" : "gern"]);
  const accusative = front === "object" ? [] : says("accusative");
  const vague = accusative.some(({ nominal }) => isVague(nominal));
  if (vague) groups.push(...manner);
  for (const object of accusative) groups.push(objectWords(object, clause.negated));
  if (clause.negated && clause.modal !== "gern" && !deniesObject(clause)) groups.push(["nicht"]);
  if (!vague) groups.push(...manner);
  if (clause.companion !== null) groups.push(companionWords(clause.companion));
  for (const object of says("prepositional")) groups.push(objectWords(object, false));
  if (clause.place !== null && front !== "place") groups.push(placeWords(clause.place));
  if (predicate.kind === "copula")
    groups.push([...(predicate.very ? ["sehr"] : []), predicate.adjective.german.bare]);
  if (predicate.kind === "existence") {
    const determiner = clause.negated ? "kein" : predicate.thing.determiner;
    groups.push(nounPhrase({ ...predicate.thing, determiner }, "accusative"));
  }
  return stepOver(groups);
}

/** Only the relative clause of the last group may be stepped over. */
function stepOver(groups: readonly string[][]): string[] {
  return groups.flatMap((group, index) =>
    index === groups.length - 1 ? group : group.filter((word) => word !== extraposed),
  );
}

function frontOf(clause: Clause): { piece: Clause["front"]; words: string[] } {
  const { front, time, place, predicate } = clause;
  if (front === "time" && time !== null) return { piece: front, words: [time.german] };
  if (front === "place" && place !== null) return { piece: front, words: plain(placeWords(place)) };
  const object = predicate.kind === "verb" ? predicate.objects[0] : undefined;
  if (front === "object" && object !== undefined)
    return { piece: front, words: plain(objectWords(object, false)) };
  return { piece: "subject", words: subjectOf(clause) };
}

function subjectOf(clause: Clause): string[] {
  return clause.predicate.kind === "existence"
    ? ["es"]
    : plain(nominalWords(clause.subject, "nominative"));
}

function plain(words: readonly string[]): string[] {
  return words.filter((word) => word !== extraposed);
}

function verbGroup(clause: Clause): VerbGroup {
  const { predicate, tense } = clause;
  switch (predicate.kind) {
    case "verb":
      return germanVerbGroup(predicate.verb, inflection(clause));
    case "copula":
      return germanCopula(tense, numberOf(clause.subject));
    case "existence":
      return germanExistence(tense);
  }
}

function inflection({ tense, modal, subject }: Clause) {
  return { tense, modal, number: numberOf(subject) };
}

function complementOf(clause: Clause): string[] {
  if (clause.predicate.kind !== "verb" || clause.predicate.complement === null) return [];
  return complementWords(clause.predicate.complement);
}

function complementWords(complement: Complement): string[] {
  switch (complement.kind) {
    case "dass":
    case "ob":
      return [...subordinateClause(complement.kind, complement.clause), ","];
    case "infinitive":
      return [
        ",",
        ...(complement.purpose ? ["um"] : []),
        ...infinitiveGroup(complement.predicate),
        ",",
      ];
  }
}

function infinitiveGroup({ verb, objects }: VerbPredicate): string[] {
  const middle = objects.flatMap((object) => plain(objectWords(object, false)));
  return [...middle, ...zuInfinitive(verb)];
}

/** Whether the negation is said with "kein" at the object: an indefinite accusative. */
function deniesObject({ predicate }: Clause): boolean {
  if (predicate.kind === "existence") return true;
  if (predicate.kind === "copula") return false;
  return predicate.objects.some(
    ({ slot, nominal }) => slot.role === "accusative" && isVague(nominal),
  );
}

function isVague(nominal: Nominal): boolean {
  return (
    nominal.kind === "noun" &&
    (nominal.determiner === "indefinite" || nominal.determiner === "none")
  );
}

function objectWords({ slot, nominal }: VerbObject, negated: boolean): string[] {
  if (nominal.kind === "gap") return [];
  if (slot.preposition !== null) {
    const { german, case: grammaticalCase } = slot.preposition;
    return prepositional(german, nominal, grammaticalCase);
  }
  const grammaticalCase = slot.role === "dative" ? "dative" : "accusative";
  if (negated && slot.role === "accusative" && nominal.kind === "noun" && isVague(nominal))
    return nounPhrase({ ...nominal, determiner: "kein" }, grammaticalCase);
  return nominalWords(nominal, grammaticalCase);
}

function placeWords({ placing, goal, nominal }: Place): string[] {
  const grammaticalCase = goal && placing.german !== "zu" ? "accusative" : "dative";
  return prepositional(placing.german, nominal, grammaticalCase);
}

function companionWords({ preposition, nominal }: Companion): string[] {
  return prepositional(preposition, nominal, preposition === "mit" ? "dative" : "accusative");
}

function prepositional(preposition: string, nominal: Nominal, grammaticalCase: Case): string[] {
  if (nominal.kind !== "noun") return [preposition, ...nominalWords(nominal, grammaticalCase)];
  const words = germanPrepositional(preposition, nominal, grammaticalCase);
  return [...words, ...relativeWords(nominal)];
}

function nominalWords(nominal: Nominal, grammaticalCase: Case): string[] {
  switch (nominal.kind) {
    case "gap":
      return [];
    case "pronoun":
      return [germanPronoun(nominal)];
    case "noun":
      return nounPhrase(nominal, grammaticalCase);
    case "pair": {
      const { first, second } = nominal;
      return [...nounPhrase(first, grammaticalCase), "und", ...nounPhrase(second, grammaticalCase)];
    }
  }
}

function nounPhrase(phrase: NounPhrase, grammaticalCase: Case): string[] {
  return [...germanNounPhrase(phrase, grammaticalCase), ...relativeWords(phrase)];
}

/** ", den die frau sieht ,": the pronoun takes its gender from the noun and its case from the gap. */
function relativeWords(phrase: NounPhrase): string[] {
  if (phrase.relative === null) return [];
  const { clause, gap } = phrase.relative;
  const agreement = { gender: phrase.noun.gender, number: phrase.number };
  const opening = [extraposed, ",", ...relativeOpening(clause, gap, agreement)];
  return [...opening, ...subjectOf(clause), ...verbLast(clause), ","];
}

function relativeOpening(
  clause: Clause,
  gap: "subject" | "object",
  agreement: Omit<Agreement, "case">,
): string[] {
  if (gap === "subject") return [relativePronoun({ ...agreement, case: "nominative" })];
  const objects = clause.predicate.kind === "verb" ? clause.predicate.objects : [];
  const slot = objects.find(({ nominal }) => nominal.kind === "gap")?.slot;
  if (slot === undefined) throw new Error("A relative clause without a gap.");
  const { preposition } = slot;
  if (preposition !== null)
    return [preposition.german, relativePronoun({ ...agreement, case: preposition.case })];
  const grammaticalCase = slot.role === "dative" ? "dative" : "accusative";
  return [relativePronoun({ ...agreement, case: grammaticalCase })];
}
