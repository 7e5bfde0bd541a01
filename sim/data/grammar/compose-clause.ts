import { bare, composeNounPhrase, fresh, weighted, type Composer } from "./compose-noun-phrase.ts";
import type { Noun, ObjectSlot, Tense, Verb } from "./lemma.ts";
import { fits } from "./lemma.ts";
import { isQuantified } from "./clause-facts.ts";
import type {
  Clause,
  Modal,
  Nominal,
  NounPhrase,
  Place,
  Predicate,
  VerbObject,
  VerbPredicate,
} from "./sentence.ts";

/** What is already settled about a clause before it is composed. */
export interface Given {
  /** A subject with the noun it stands for: the antecedent of a pronoun or a gap. */
  readonly subject?: { readonly nominal: Nominal; readonly noun: Noun };
  /** The noun that a relative clause leaves out as its object. */
  readonly missing?: NounPhrase;
  readonly tense?: Tense;
}

/** A short clause that makes sense, or null where this attempt did not work out. */
export function composeClause(composer: Composer, given: Given = {}): Clause | null {
  const { random, allowed } = composer;
  const roll = random.uniform();
  const isFree = given.missing === undefined;
  if (roll < 0.16 && isFree && allowed.has("copula")) return copulaClause(composer, given);
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
  const anything = () => words.nounWhere(random, "any", () => true);
  const noun = given.subject?.noun ?? fresh(composer, anything);
  if (noun === null) return null;
  const isAgain = given.subject !== undefined;
  const adjective = fresh(composer, () =>
    isAgain ? words.state(random, noun) : words.adjective(random, noun),
  );
  if (adjective === null) return null;
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
  const noun = words.nounWhere(
    random,
    "existence",
    ({ german, tags }) => german.plural !== null && !tags.has("body") && !tags.has("mistake"),
  );
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
  const subject = composeSubject(composer, verb, given);
  if (subject === null) return null;
  const used = subject.noun === null ? [] : [subject.noun];
  const objects = composeObjects(composer, verb, subject.nominal, { given, used });
  if (objects === null) return null;
  const tense = given.tense ?? composeTense(composer);
  const clause = clauseOf(
    subject.nominal,
    { kind: "verb", verb, objects, complement: null },
    tense,
  );
  if (verb.traits.has("placed")) {
    clause.place = composePlace(composer, subject.noun);
    if (clause.place === null) return null;
  }
  clause.modal = composeModal(composer, verb, tense, subject.noun);
  clause.negated = canNegate(composer, clause) && chance(composer, 0.15);
  return clause;
}

function chooseVerb(composer: Composer, given: Given): Verb | null {
  const { words, random, allowed } = composer;
  const { subject, missing } = given;
  const key = `${subject?.noun.german.singular ?? ""}/${missing?.noun.german.singular ?? ""}`;
  const test = (verb: Verb) => {
    if (subject !== undefined && !fits(subject.noun, verb.subject)) return false;
    if (verb.traits.has("placed") && !allowed.has("places")) return false;
    return missing === undefined || slotFor(verb, missing.noun) !== undefined;
  };
  return fresh(composer, () => words.verbWhere(random, key, test));
}

/** The place of a verb's frame that a relative clause may leave open for this noun. */
function slotFor(verb: Verb, noun: Noun): ObjectSlot | undefined {
  return verb.objects.find(({ tags }) => fits(noun, tags));
}

interface Subject {
  readonly nominal: Nominal;
  readonly noun: Noun | null;
}

function composeSubject(
  composer: Composer,
  verb: Verb,
  { subject, missing }: Given,
): Subject | null {
  const { random, words, allowed } = composer;
  if (subject !== undefined) return subject;
  if (verb.subject.includes("es"))
    return { nominal: { kind: "pronoun", word: "es", person: false }, noun: null };
  const noun = fresh(composer, () => words.noun(random, verb.subject));
  if (noun === null || noun === missing?.noun) return null;
  if (allowed.has("demonstratives") && noun.tags.has("person") && random.uniform() < 0.06)
    return { nominal: { kind: "pronoun", word: "wir", person: true }, noun };
  return { nominal: composeNounPhrase(composer, noun), noun };
}

interface Objects {
  readonly given: Given;
  /** Nouns that have their part already: nobody praises himself here. */
  readonly used: readonly Noun[];
}

function composeObjects(
  composer: Composer,
  verb: Verb,
  owner: Nominal,
  { given, used }: Objects,
): VerbObject[] | null {
  const { random, words } = composer;
  const { missing } = given;
  const open = missing === undefined ? undefined : slotFor(verb, missing.noun);
  const taken = [...used];
  const objects: VerbObject[] = [];
  for (const slot of verb.objects) {
    if (slot === open && missing !== undefined) {
      objects.push({ slot, nominal: { kind: "gap", number: missing.number } });
      continue;
    }
    if (slot.optional && random.uniform() < 0.5) continue;
    const noun = fresh(composer, () => words.noun(random, slot.tags));
    if (noun === null && slot.optional) continue;
    if (noun === null || taken.includes(noun)) return null;
    taken.push(noun);
    objects.push({ slot, nominal: composeNounPhrase(composer, noun, { as: "object", owner }) });
  }
  return objects;
}

/** Another predicate for the same subject, with nothing but its objects. */
export function composePredicate(
  composer: Composer,
  subject: { readonly nominal: Nominal; readonly noun: Noun },
  test: (verb: Verb) => boolean,
): VerbPredicate | null {
  const verb = chooseVerb(composer, { subject });
  if (verb === null || !test(verb) || verb.traits.has("placed")) return null;
  if (verb.objects.length === 0 && verb.traits.has("still")) return null;
  const given = { given: {}, used: [subject.noun] };
  const objects = composeObjects(composer, verb, subject.nominal, given);
  return objects === null ? null : { kind: "verb", verb, objects, complement: null };
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
  if (verb.traits.has("still") || random.uniform() > 0.25) return null;
  if (!noun.tags.has("person")) return noun.tags.has("animal") ? "können" : null;
  const options: [Modal, number][] = [
    ["können", 3],
    ["müssen", 3],
    ["wollen", 3],
  ];
  if (tense === "present") options.push(["gern", 2]);
  if (tense === "present" && allowed.has("demonstratives"))
    options.push(["sollen", 1], ["dürfen", 1]);
  return weighted(random, options);
}

/** "nicht" next to "jeder" or "zwei" would have two readings. */
function canNegate({ allowed }: Composer, { subject, predicate }: Clause): boolean {
  if (!allowed.has("negation") || isQuantified(subject) || predicate.kind !== "verb") return false;
  return predicate.objects.every(({ nominal }) => !isQuantified(nominal));
}

/** Where something is: a noun of this topic that knows its preposition. */
export function composePlace(composer: Composer, except: Noun | null): Place | null {
  const { random, words } = composer;
  const isPlace = ({ location, tags }: Noun) =>
    location !== null && (tags.has("place") || tags.has("building"));
  const noun = fresh(composer, () => words.nounWhere(random, "location", isPlace));
  if (noun === null || noun === except || noun.location === null) return null;
  return { placing: noun.location, goal: false, nominal: bare(noun, "singular", "definite") };
}

/** Where someone goes. */
export function composeGoal(composer: Composer, except: Noun | null): Place | null {
  const { random, words } = composer;
  const isGoal = ({ direction }: Noun) => direction !== null;
  const noun = fresh(composer, () => words.nounWhere(random, "direction", isGoal));
  if (noun === null || noun === except || noun.direction === null) return null;
  return { placing: noun.direction, goal: true, nominal: bare(noun, "singular", "definite") };
}

function chance({ random }: Composer, probability: number): boolean {
  return random.uniform() < probability;
}
