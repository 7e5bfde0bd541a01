import { isLasting, pronounOf } from "./clause-facts.ts";
import { composeClause } from "./compose-clause.ts";
import { composePredicate } from "./compose-predicate.ts";
import { weighted, type Composer } from "./compose-noun-phrase.ts";
import { isEcho, register, registerNominal, type ClauseSite, type Draft } from "./draft.ts";
import type { Tense } from "./lemma.ts";
import type { Clause, Conjunction, Nominal } from "./sentence.ts";
import { sizeOfClause, sizeOfVerb } from "./sentence-size.ts";

/** Tries to hang a clause on the sentence; answers by how many tokens it grew. */
export function growByClause(composer: Composer, draft: Draft, room: number): number {
  if (room < 4) return 0;
  const site = composer.random.pick(draft.clauses);
  return weighted(composer.random, growths)(composer, draft, site, room);
}

type Growth = (composer: Composer, draft: Draft, site: ClauseSite, room: number) => number;

/** "…, weil er müde ist" */
const addSubordinate: Growth = (composer, draft, { clause, role }, room) => {
  const { random, allowed } = composer;
  if (role !== "main" || clause.subordinate !== null || hasComplement(clause)) return 0;
  if (clause.predicate.kind === "existence" || clause.front === "object") return 0;
  const conjunction = composeConjunction(composer, clause);
  const explains = conjunction === "weil" || conjunction === "obwohl";
  const again =
    allowed.has("pronouns") && random.uniform() < (explains ? 0.8 : 0.5)
      ? pronounOf(clause.subject)
      : null;
  const tense: Tense = clause.tense === "past" ? "past" : "present";
  const other = composeClause(
    composer,
    again === null ? { tense } : { subject: again, tense, explains },
  );
  if (other === null || other.predicate.kind === "existence") return 0;
  if (isEcho(draft, other)) return 0;
  if (!explains) {
    if (isLasting(other)) return 0;
    // "bevor er nicht schlafen will" would only puzzle.
    other.negated = false;
    if (other.predicate.kind === "verb") other.modal = null;
  }
  const size = sizeOfClause(other) + 3;
  if (size > room) return 0;
  // Only the first main clause may be preceded, and only where its subject is not yet taken up.
  const isFirst =
    clause === draft.sentence.main && conjunction !== "weil" && clause.front === "subject";
  const first = isFirst && random.uniform() < 0.4;
  clause.subordinate = { conjunction, clause: other, first };
  register(draft, other, "subordinate");
  return size;
};

function composeConjunction({ random, allowed }: Composer, clause: Clause): Conjunction {
  const { tense } = clause;
  const options: [Conjunction, number][] = [["weil", 4]];
  if (allowed.has("subordination")) {
    options.push(["obwohl", 2]);
    // "ist alt" has no beginning and no end for these.
    if (isLasting(clause)) return weighted(random, options);
    options.push(["während", 1]);
    options.push([tense === "past" ? "als" : "wenn", 3]);
    if (tense !== "future") options.push(["bevor", 1]);
  }
  return weighted(random, options);
}

function hasComplement({ predicate }: Clause): boolean {
  return predicate.kind === "verb" && predicate.complement !== null;
}

/** "der mann , der das boot repariert ," or "das boot , das der mann repariert ," */
const addRelative: Growth = (composer, draft, _, room) => {
  const { random, allowed } = composer;
  if (!allowed.has("relatives") || draft.phrases.length === 0) return 0;
  const { phrase, clause: about, nested } = random.pick(draft.phrases);
  const { noun, number, determiner } = phrase;
  if (nested || phrase.relative !== null || noun.unique || determiner === "none") return 0;
  if (phrase.genitive !== null || phrase.wearing !== null) return 0;
  const gap: "subject" | "object" = random.uniform() < 0.6 ? "subject" : "object";
  const nominal: Nominal = { kind: "gap", number };
  const tense = about.tense === "past" ? "past" : "present";
  const clause = composeClause(
    composer,
    gap === "subject" ? { subject: { nominal, noun }, tense } : { missing: phrase, tense },
  );
  if (clause === null || clause.negated) return 0;
  if (isEcho(draft, clause)) return 0;
  const size = sizeOfClause(clause) + 3;
  if (size > room) return 0;
  phrase.relative = { clause, gap };
  register(draft, clause, "relative");
  return size;
};

/** "geht in den garten , um die blumen zu gießen" */
const addPurpose: Growth = (composer, draft, { clause, role }, room) => {
  const { predicate, subject, place, also, subordinate, modal } = clause;
  if (predicate.kind !== "verb" || predicate.complement !== null || subordinate !== null) return 0;
  if (role === "relative" || also !== null || subject.kind !== "noun" || modal !== null) return 0;
  if (!predicate.verb.traits.has("motion") || place?.goal !== true) return 0;
  if (!composer.allowed.has("infinitives") || !subject.noun.tags.has("person")) return 0;
  const owner = { nominal: subject, noun: subject.noun };
  const found = composePredicate(
    composer,
    owner,
    ({ traits, objects }) => !traits.has("motion") && !traits.has("still") && objects.length > 0,
  );
  if (found === null || sizeOfVerb(found) + 3 > room) return 0;
  predicate.complement = { kind: "infinitive", purpose: true, predicate: found };
  for (const { nominal } of found.objects) registerNominal(draft, nominal, clause, true);
  return sizeOfVerb(found) + 3;
};

/** How often each is tried. */
const growths: readonly (readonly [Growth, number])[] = [
  [addSubordinate, 5],
  [addRelative, 5],
  [addPurpose, 1],
];
