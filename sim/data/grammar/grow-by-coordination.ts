import { pronounOf, isQuantified, mentions } from "./clause-facts.ts";
import { composeClause } from "./compose-clause.ts";
import { composePredicate } from "./compose-predicate.ts";
import { composeNounPhrase, fresh, weighted, type Composer } from "./compose-noun-phrase.ts";
import { isEcho, register, registerNominal, type ClauseSite, type Draft } from "./draft.ts";
import type { Connective, Pair, VerbPredicate } from "./sentence.ts";
import { sizeOfClause, sizeOfNounPhrase, sizeOfVerb } from "./sentence-size.ts";

/** Tries to say something twice: a noun, a predicate or a whole clause; answers by how many tokens. */
export function growByCoordination(composer: Composer, draft: Draft, room: number): number {
  const site = composer.random.pick(draft.clauses);
  return weighted(composer.random, growths)(composer, draft, site, room);
}

type Growth = (composer: Composer, draft: Draft, site: ClauseSite, room: number) => number;

/** "kocht die suppe und isst das brot" */
const addPredicate: Growth = (composer, draft, { clause, role }, room) => {
  const { subject, predicate, tense, also } = clause;
  if (!composer.allowed.has("contrast") || also !== null || tense === "future") return 0;
  if (clause.modal !== null || clause.negated || clause.frequency !== null) return 0;
  if (predicate.kind !== "verb" || predicate.complement !== null || subject.kind !== "noun")
    return 0;
  if (role !== "main" || clause.companion !== null || clause.manner !== null) return 0;
  const { verb } = predicate;
  const found = composePredicate(
    composer,
    { nominal: subject, noun: subject.noun },
    (other) =>
      other !== verb && (tense === "present" || other.german.auxiliary === verb.german.auxiliary),
  );
  if (found === null || 1 + sizeOfVerb(found) + 1 > room) return 0;
  clause.also = found;
  draft.mentioned.add(found.verb);
  for (const { nominal } of found.objects) registerNominal(draft, nominal, clause, true);
  return 1 + sizeOfVerb(found);
};

/** Turns a plain subject or object into two. */
const addToPair: Growth = (composer, draft, { clause }, room) => {
  const { predicate, subject, also } = clause;
  if (room < 3 || predicate.kind !== "verb" || !composer.allowed.has("plural")) return 0;
  const object = predicate.objects[0];
  const isSubject = composer.random.uniform() < 0.5;
  const nominal = isSubject ? subject : object?.nominal;
  const tags = isSubject ? predicate.verb.subject : object?.slot.tags;
  if (nominal?.kind !== "noun" || tags === undefined || nominal.relative !== null) return 0;
  if (clause.negated || also !== null || clause.subordinate !== null) return 0;
  if (isQuantified(nominal) || nominal.genitive !== null || nominal.wearing !== null) return 0;
  // Nothing may refer to the subject yet as "he" or "his".
  if (draft.clauses.length > 1 || clause.companion !== null || ownsObject(predicate)) return 0;
  const noun = fresh(composer, () => composer.words.noun(composer.random, tags));
  if (noun === null || noun === nominal.noun || mentions(clause, noun)) return 0;
  if (subject.kind === "noun" && subject.noun === noun) return 0;
  const second = composeNounPhrase(composer, noun, { as: "companion", owner: null });
  if (isQuantified(second)) return 0;
  const pair: Pair = { kind: "pair", first: nominal, second };
  if (isSubject) clause.subject = pair;
  else if (object !== undefined) object.nominal = pair;
  for (const other of draft.phrases) if (other.phrase === nominal) other.nested = true;
  registerNominal(draft, second, clause, true);
  return 1 + sizeOfNounPhrase(second);
};

function ownsObject({ objects }: VerbPredicate): boolean {
  return objects.some(
    ({ nominal }) =>
      nominal.kind === "noun" && ["sein", "ihr", "their"].includes(nominal.determiner),
  );
}

/** "…, aber die katze schläft" */
const addMainClause: Growth = (composer, draft, _, room) => {
  const { random, allowed } = composer;
  const { main, more } = draft.sentence;
  if (more.length === 3) return 0;
  const options: [Connective, number][] = [["und", 5]];
  if (allowed.has("contrast")) options.push(["aber", 3]);
  if (allowed.has("subordination") && more.length === 0) options.push(["denn", 2]);
  const connective = weighted(random, options);
  const again = allowed.has("pronouns") && connective !== "und" ? pronounOf(main.subject) : null;
  const isAgain = again !== null && more.length === 0 && random.uniform() < 0.6;
  const tense = main.tense;
  const clause = composeClause(composer, isAgain ? { subject: again, tense } : { tense });
  if (clause === null || isEcho(draft, clause)) return 0;
  const size = sizeOfClause(clause) + (connective === "und" ? 1 : 2);
  if (size > room) return 0;
  more.push({ connective, clause });
  register(draft, clause, "main");
  return size;
};

/** How often each is tried. */
const growths: readonly (readonly [Growth, number])[] = [
  [addPredicate, 3],
  [addToPair, 3],
  [addMainClause, 3],
];
