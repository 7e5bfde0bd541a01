import { composeNounPhrase, ungraded, weighted, type Composer } from "./compose-noun-phrase.ts";
import { mentions } from "./clause-facts.ts";
import { composeGoal, composePlace } from "./compose-clause.ts";
import { registerNominal, type ClauseSite, type Draft } from "./draft.ts";
import type { Noun } from "./lemma.ts";
import type { Clause, Companion } from "./sentence.ts";
import { sizeOfNounPhrase } from "./sentence-size.ts";

/** Tries to make one clause of the sentence longer; answers by how many tokens it did. */
export function growClause(composer: Composer, draft: Draft, room: number): number {
  const site = composer.random.pick(draft.clauses);
  const grow = weighted(composer.random, [
    [addTime, 5],
    [addFrequency, 3],
    [addManner, 3],
    [addPlace, 5],
    [addCompanion, 3],
    [addDegree, 1],
    [frontObject, 1],
  ]);
  return grow(composer, draft, site, room);
}

type Growth = (composer: Composer, draft: Draft, site: ClauseSite, room: number) => number;

const addTime: Growth = ({ random, words }, _, { clause, role }, room) => {
  const { predicate, tense, time } = clause;
  if (time !== null || role === "relative") return 0;
  if (predicate.kind === "existence" || isLasting(clause)) return 0;
  const found = words.adverbial(random, "time", tense);
  if (found === null) return 0;
  const size = found.english.split(" ").length;
  if (size > room) return 0;
  clause.time = found;
  if (role === "main" && random.uniform() < 0.4) clause.front = "time";
  return size;
};

/** What holds for long has no time of day: "is old", "knows". */
function isLasting({ predicate }: Clause): boolean {
  if (predicate.kind === "copula") return !predicate.adjective.tags.has("state");
  return predicate.kind === "verb" && predicate.verb.traits.has("still");
}

const addFrequency: Growth = ({ random, words }, _, { clause }) => {
  const { frequency, modal, negated, tense, time, also, predicate, subject } = clause;
  if (frequency !== null || modal !== null || negated || tense === "future" || time !== null)
    return 0;
  if (predicate.kind === "existence" || isLasting(clause)) return 0;
  if (also !== null || (subject.kind === "noun" && subject.determiner === "kein")) return 0;
  clause.frequency = words.adverbial(random, "frequency", tense);
  return clause.frequency === null ? 0 : 1;
};

const addManner: Growth = ({ random, words }, _, { clause }) => {
  const { predicate, manner, negated, modal, subject } = clause;
  if (manner !== null || negated || modal === "gern" || predicate.kind !== "verb") return 0;
  const { traits, subject: tags } = predicate.verb;
  if (traits.has("still") || traits.has("placed") || !tags.some((tag) => isAble(tag))) return 0;
  if (subject.kind === "noun" && !isAnimate(subject.noun)) return 0;
  clause.manner = words.adverbial(random, "manner", "");
  return clause.manner === null ? 0 : 1;
};

function isAble(tag: string): boolean {
  return tag !== "es" && tag !== "body";
}

function isAnimate({ tags }: Noun): boolean {
  return tags.has("person") || tags.has("animal");
}

const addPlace: Growth = (composer, draft, { clause, role }, room) => {
  const { predicate, place, subject } = clause;
  if (!composer.allowed.has("places") || place !== null || room < 3) return 0;
  if (predicate.kind !== "verb" || predicate.verb.traits.has("placeless")) return 0;
  const except = subject.kind === "noun" ? subject.noun : null;
  const isMotion = predicate.verb.traits.has("motion");
  const found = isMotion ? composeGoal(composer, except) : composePlace(composer, except);
  if (found === null || mentions(clause, found.nominal.noun)) return 0;
  clause.place = found;
  registerNominal(draft, found.nominal, role === "relative");
  if (role === "main" && !isMotion && composer.random.uniform() < 0.25) clause.front = "place";
  return 3;
};

const addCompanion: Growth = (composer, draft, { clause, role }, room) => {
  const { predicate, companion, subject } = clause;
  if (!composer.allowed.has("companions") || companion !== null || room < 3) return 0;
  if (predicate.kind !== "verb" || subject.kind !== "noun" || !subject.noun.tags.has("person"))
    return 0;
  const { traits, objects } = predicate.verb;
  if (traits.has("still") || objects.some(({ tags }) => tags.includes("person"))) return 0;
  const noun = composer.words.noun(composer.random, ["kin"]);
  if (noun === null || noun === subject.noun) return 0;
  const setting = { as: "companion", owner: subject } as const;
  const nominal = composeNounPhrase(composer, noun, setting);
  const isFor =
    objects.some(({ role }) => role === "accusative") && composer.random.uniform() < 0.3;
  const other = composer.random.uniform() < 0.75 ? "mit" : "ohne";
  const preposition: Companion["preposition"] = isFor ? "für" : other;
  clause.companion = { preposition, nominal };
  registerNominal(draft, nominal, role === "relative");
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
