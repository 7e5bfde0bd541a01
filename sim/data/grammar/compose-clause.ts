import { isQuantified, pronounOf } from "./clause-facts.ts";
import { bare, composeNounPhrase, fresh, weighted, type Composer } from "./compose-noun-phrase.ts";
import { composeGoal, composeInterior, composePlace } from "./compose-place.ts";
import {
  chooseVerb,
  composeObjects,
  composePredicate,
  composeSubject,
  needsComplement,
  type Given,
  type Subject,
} from "./compose-predicate.ts";
import type { Noun, Tense, Verb } from "./lemma.ts";
import type { Clause, Complement, Modal, Nominal, NounPhrase, Predicate } from "./sentence.ts";

/** A short clause that makes sense, or null where this attempt did not work out. */
export function composeClause(composer: Composer, given: Given = {}): Clause | null {
  const { random, allowed } = composer;
  const roll = random.uniform();
  const isFree = given.missing === undefined;
  if (roll < (given.explains === true ? 0.5 : 0.14) && isFree && allowed.has("copula"))
    return copulaClause(composer, given);
  if (roll > 0.96 && isFree && given.subject === undefined && allowed.has("existence"))
    return existenceClause(composer, given);
  return verbClause(composer, given);
}

function clauseOf(subject: Nominal, predicate: Predicate, tense: Tense): Clause {
  return {
    subject,
    predicate,
    tense,
    modal: null,
    negated: false,
    time: null,
    frequency: null,
    manner: null,
    place: null,
    companion: null,
    front: "subject",
    also: null,
    subordinate: null,
  };
}

function copulaClause(composer: Composer, given: Given): Clause | null {
  const { random, words } = composer;
  const anything = () => words.nounWhere(random, isDescribable);
  const noun = given.subject?.noun ?? fresh(composer, anything);
  if (noun === null) return null;
  const isAgain = given.subject !== undefined;
  const adjective = fresh(composer, () =>
    isAgain ? words.state(random, noun) : words.adjective(random, noun),
  );
  if (adjective === null || composer.mentioned.has(adjective)) return null;
  const subject = given.subject?.nominal ?? composeNounPhrase(composer, noun);
  if (subject.kind === "noun" && subject.determiner === "indefinite")
    subject.determiner = "definite";
  if (subject.kind === "noun" && isPredicative(subject) && !adjective.tags.has("state"))
    subject.determiner = "definite";
  const tense = given.tense ?? composeTense(composer);
  const settled = tense === "future" && !adjective.tags.has("state") ? "present" : tense;
  const clause = clauseOf(subject, { kind: "copula", adjective, very: false }, settled);
  clause.negated =
    composer.allowed.has("negation") && !isQuantified(subject) && chance(composer, 0.15);
  return clause;
}

/** "jeder hund ist alt" claims more than it should. */
function isPredicative({ determiner }: NounPhrase): boolean {
  return determiner === "jeder" || determiner === "kein";
}

function existenceClause(composer: Composer, given: Given): Clause | null {
  const { random, words, allowed } = composer;
  const noun = words.nounWhere(random, canBeThere);
  const place = noun === null ? null : composePlace(composer, noun);
  if (noun === null || place === null) return null;
  const plural = allowed.has("plural") && random.uniform() < 0.4;
  const thing = bare(noun, plural ? "plural" : "singular", "indefinite");
  const it: Nominal = { kind: "pronoun", word: "es", person: false };
  const clause = clauseOf(it, { kind: "existence", thing }, given.tense ?? composeTense(composer));
  clause.place = place;
  clause.negated = chance(composer, 0.2);
  return clause;
}

function verbClause(composer: Composer, given: Given): Clause | null {
  const verb = chooseVerb(composer, given);
  if (verb === null) return null;
  if (needsComplement(verb)) return reportClause(composer, verb, given);
  const subject = composeSubject(composer, verb, given);
  if (subject === null) return null;
  const used = subject.noun === null ? [] : [subject.noun];
  const objects = composeObjects(composer, verb, subject.nominal, { given, used });
  if (objects === null) return null;
  const tense = given.tense ?? composeTense(composer);
  const predicate: Predicate = { kind: "verb", verb, objects, complement: null };
  const clause = clauseOf(subject.nominal, predicate, tense);
  if (verb.traits.has("placed")) {
    const compose = verb.traits.has("motion") ? composeGoal : composeInterior;
    clause.place = compose(composer, subject.noun);
    if (clause.place === null) return null;
  }
  clause.modal = composeModal(composer, verb, tense, subject.noun);
  clause.negated = canNegate(composer, clause) && chance(composer, 0.15);
  return clause;
}

/** "sagt , dass es regnet", "versucht , das boot zu reparieren" */
function reportClause(composer: Composer, verb: Verb, given: Given): Clause | null {
  if (given.isReported === true || given.missing !== undefined) return null;
  const subject = composeSubject(composer, verb, given);
  if (subject === null) return null;
  const complement = composeComplement(composer, verb, subject);
  if (complement === null) return null;
  const tense =
    given.tense ?? (complement.kind === "infinitive" ? composeTense(composer) : "present");
  // English would move the tense of what was said back by one, German would not.
  if (complement.kind !== "infinitive" && tense !== "present") return null;
  return clauseOf(subject.nominal, { kind: "verb", verb, objects: [], complement }, tense);
}

function composeComplement(
  composer: Composer,
  { traits }: Verb,
  { nominal, noun }: Subject,
): Complement | null {
  const { allowed, random } = composer;
  if (traits.has("zu")) {
    if (!allowed.has("infinitives") || noun === null) return null;
    const test = (verb: Verb) => !verb.traits.has("still");
    const predicate = composePredicate(composer, { nominal, noun }, test);
    return predicate === null ? null : { kind: "infinitive", purpose: false, predicate };
  }
  if (!allowed.has("complements")) return null;
  const again = random.uniform() < 0.3 ? pronounOf(nominal) : null;
  const clause = composeClause(composer, { ...(again && { subject: again }), isReported: true });
  return clause === null ? null : { kind: traits.has("dass") ? "dass" : "ob", clause };
}

function composeTense({ random, allowed }: Composer): Tense {
  const options: [Tense, number][] = [["present", 6]];
  if (allowed.has("past")) options.push(["past", 3]);
  if (allowed.has("future")) options.push(["future", 0.8]);
  return weighted(random, options);
}

function composeModal(
  { random, allowed }: Composer,
  verb: Verb,
  tense: Tense,
  noun: Noun | null,
): Modal | null {
  if (!allowed.has("modals") || noun === null || tense === "future") return null;
  if (verb.traits.has("still") || verb.traits.has("unwilled")) return null;
  if (random.uniform() > 0.25) return null;
  if (!noun.tags.has("person")) return noun.tags.has("animal") ? "können" : null;
  const options: [Modal, number][] = [
    ["können", 3],
    ["müssen", 3],
    ["wollen", 3],
  ];
  const isLiked = (["slow", "cheerful", "motion"] as const).some((trait) => verb.traits.has(trait));
  if (tense === "present" && isLiked) options.push(["gern", 2]);
  if (tense === "present" && allowed.has("demonstratives"))
    options.push(["sollen", 1], ["dürfen", 1]);
  return weighted(random, options);
}

/** "nicht" next to "jeder" or "zwei" would have two readings. */
function canNegate({ allowed }: Composer, { subject, predicate }: Clause): boolean {
  if (!allowed.has("negation") || isQuantified(subject) || predicate.kind !== "verb") return false;
  return predicate.objects.every(({ nominal }) => !isQuantified(nominal));
}

function isDescribable({ tags }: Noun): boolean {
  return !tags.has("mistake");
}

/** "es gibt einen freund im garten" would be odd. */
function canBeThere({ german, tags }: Noun): boolean {
  const kinds = ["animal", "thing", "building", "vehicle", "plant", "portable", "food"];
  if (tags.has("place")) return false;
  return german.plural !== null && kinds.some((kind) => tags.has(kind));
}

function chance({ random }: Composer, probability: number): boolean {
  return random.uniform() < probability;
}
