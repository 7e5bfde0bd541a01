import {
  composeNounPhrase,
  fresh,
  ungraded,
  weighted,
  type Composer,
} from "./compose-noun-phrase.ts";
import { isLasting, mentions } from "./clause-facts.ts";
import { composeGoal, composeGround, composePlace } from "./compose-place.ts";
import { registerNominal, type ClauseSite, type Draft } from "./draft.ts";
import type { VerbTrait } from "./lemma.ts";
import type { Companion } from "./sentence.ts";
import { sizeOfExpression, sizeOfNounPhrase } from "./sentence-size.ts";

/** Tries to make one clause of the sentence longer; answers by how many tokens it did. */
export function growClause(composer: Composer, draft: Draft, room: number): number {
  const site = composer.random.pick(draft.clauses);
  return weighted(composer.random, growths)(composer, draft, site, room);
}

type Growth = (composer: Composer, draft: Draft, site: ClauseSite, room: number) => number;

const addTime: Growth = (composer, draft, { clause, role }, room) => {
  const { random, words } = composer;
  const { predicate, tense, time, frequency } = clause;
  if (time !== null || frequency !== null || role === "relative") return 0;
  if (predicate.kind === "existence" || isLasting(clause)) return 0;
  const found = fresh(composer, () => words.adverbial(random, "time", tense));
  if (found === null || draft.mentioned.has(found)) return 0;
  const size = sizeOfExpression(found.english);
  if (size > room) return 0;
  clause.time = found;
  draft.mentioned.add(found);
  if (role === "main" && random.uniform() < 0.4) clause.front = "time";
  return size;
};

const addFrequency: Growth = (composer, draft, { clause, role }) => {
  const { random, words } = composer;
  const { frequency, modal, negated, tense, time, also, predicate, subject } = clause;
  if (
    role === "subordinate" ||
    frequency !== null ||
    modal !== null ||
    negated ||
    tense === "future" ||
    time !== null
  )
    return 0;
  if (predicate.kind === "existence" || isLasting(clause)) return 0;
  if (also !== null || (subject.kind === "noun" && subject.determiner === "kein")) return 0;
  clause.frequency = fresh(composer, () => words.adverbial(random, "frequency", tense));
  if (clause.frequency === null) return 0;
  draft.mentioned.add(clause.frequency);
  return 1;
};

const manners: readonly VerbTrait[] = ["slow", "careful", "audible", "cheerful"];

const addManner: Growth = ({ random, words }, _, { clause }) => {
  const { predicate, manner, negated, modal } = clause;
  if (
    manner !== null ||
    clause.companion !== null ||
    negated ||
    modal === "gern" ||
    predicate.kind !== "verb"
  )
    return 0;
  const { traits } = predicate.verb;
  const ways = manners.filter((way) => traits.has(way));
  if (ways.length === 0) return 0;
  clause.manner = words.adverbial(random, "manner", random.pick(ways));
  return clause.manner === null ? 0 : 1;
};

const addPlace: Growth = (composer, draft, { clause, role }, room) => {
  const { predicate, place, subject } = clause;
  if (!composer.allowed.has("places") || place !== null || room < 3) return 0;
  if (predicate.kind !== "verb" || predicate.verb.traits.has("placeless")) return 0;
  const except = subject.kind === "noun" ? subject.noun : null;
  const isOutdoor = predicate.verb.traits.has("outdoor");
  const isMotion = predicate.verb.traits.has("motion");
  const compose = isMotion ? composeGoal : isOutdoor ? composeGround : composePlace;
  const found = compose(composer, except);
  if (found === null || mentions(clause, found.nominal.noun)) return 0;
  clause.place = found;
  registerNominal(draft, found.nominal, clause, role === "relative");
  if (role === "main" && !isMotion && composer.random.uniform() < 0.25) clause.front = "place";
  return 3;
};

/** What one does with somebody. */
const social: readonly VerbTrait[] = ["slow", "cheerful", "motion", "placed"];
const companionTags = ["kin"];

const addCompanion: Growth = (composer, draft, { clause, role }, room) => {
  const { predicate, companion, subject } = clause;
  if (!composer.allowed.has("companions") || companion !== null || room < 3) return 0;
  if (predicate.kind !== "verb" || subject.kind !== "noun" || !subject.noun.tags.has("person"))
    return 0;
  const { traits, objects } = predicate.verb;
  if (
    clause.negated ||
    clause.manner?.german === "allein" ||
    !social.some((trait) => traits.has(trait))
  )
    return 0;
  if (objects.some(({ tags }) => tags.includes("person"))) return 0;
  const noun = composer.words.noun(composer.random, companionTags);
  if (noun === null || noun === subject.noun) return 0;
  const setting = { as: "companion", owner: subject } as const;
  const nominal = composeNounPhrase(composer, noun, setting);
  const isFor =
    objects.some(({ role }) => role === "accusative") && composer.random.uniform() < 0.3;
  const other = composer.random.uniform() < 0.75 ? "mit" : "ohne";
  const preposition: Companion["preposition"] = isFor ? "für" : other;
  clause.companion = { preposition, nominal };
  registerNominal(draft, nominal, clause, role === "relative");
  return 1 + sizeOfNounPhrase(nominal);
};

/** "ist sehr müde" */
const addDegree: Growth = ({ allowed }, _, { clause: { predicate } }) => {
  if (!allowed.has("degree") || predicate.kind !== "copula" || predicate.very) return 0;
  if (predicate.adjective.order === 4 || ungraded.has(predicate.adjective.german.bare)) return 0;
  predicate.very = true;
  return 1;
};

/** "den kuchen isst das kind": only where the article tells that it is the object. */
const frontObject: Growth = (_, __, { clause, role }) => {
  const { predicate, front, also, negated, subordinate } = clause;
  if (role !== "main" || front !== "subject" || negated || also !== null || subordinate?.first)
    return 0;
  const object = predicate.kind === "verb" ? predicate.objects[0] : undefined;
  if (object?.nominal.kind !== "noun" || object.slot.role !== "accusative") return 0;
  const { noun, number, determiner, relative } = object.nominal;
  const isPlain = determiner === "definite" && number === "singular" && relative === null;
  if (isPlain && noun.gender === "masculine") clause.front = "object";
  return 0;
};

/** How often each is tried. */
const growths: readonly (readonly [Growth, number])[] = [
  [addTime, 5],
  [addFrequency, 3],
  [addManner, 3],
  [addPlace, 5],
  [addCompanion, 3],
  [addDegree, 0.5],
  [frontObject, 1],
];
