import { subjectOf, says } from "./clause-facts.ts";
import { composeClause, composePredicate } from "./compose-clause.ts";
import { weighted, type Composer } from "./compose-noun-phrase.ts";
import { register, registerNominal, type ClauseSite, type Draft } from "./draft.ts";
import type { Tense } from "./lemma.ts";
import type { Clause, Conjunction, Nominal } from "./sentence.ts";
import { sizeOfClause, sizeOfVerb } from "./sentence-size.ts";

/** Tries to hang a clause on the sentence; answers by how many tokens it grew. */
export function growByClause(composer: Composer, draft: Draft, room: number): number {
  if (room < 4) return 0;
  const site = composer.random.pick(draft.clauses);
  const grow = weighted(composer.random, [
    [addSubordinate, 5],
    [addRelative, 5],
    [addComplement, 4],
    [addPurpose, 1],
  ]);
  return grow(composer, draft, site, room);
}

type Growth = (composer: Composer, draft: Draft, site: ClauseSite, room: number) => number;

/** "…, weil er müde ist" */
const addSubordinate: Growth = (composer, draft, { clause, role }, room) => {
  const { random, allowed } = composer;
  if (role !== "main" || clause.subordinate !== null || hasComplement(clause)) return 0;
  if (clause.predicate.kind === "existence" || clause.front === "object") return 0;
  const conjunction = composeConjunction(composer, clause.tense);
  const again = allowed.has("pronouns") && random.uniform() < 0.6 ? subjectOf(clause) : null;
  const tense: Tense = clause.tense === "past" ? "past" : "present";
  const other = composeClause(composer, again === null ? { tense } : { subject: again, tense });
  if (other === null || other.predicate.kind === "existence") return 0;
  if (says(other, clause)) return 0;
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

function composeConjunction({ random, allowed }: Composer, tense: Tense): Conjunction {
  const options: [Conjunction, number][] = [["weil", 4]];
  if (allowed.has("subordination")) {
    options.push(["obwohl", 2], ["während", 1]);
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
  const { phrase, nested } = random.pick(draft.phrases);
  const { noun, number, determiner } = phrase;
  if (nested || phrase.relative !== null || noun.unique || determiner === "none") return 0;
  if (phrase.genitive !== null || phrase.wearing !== null) return 0;
  const gap: "subject" | "object" = random.uniform() < 0.6 ? "subject" : "object";
  const nominal: Nominal = { kind: "gap", number };
  const clause = composeClause(
    composer,
    gap === "subject" ? { subject: { nominal, noun } } : { missing: phrase },
  );
  if (clause === null || clause.negated) return 0;
  if (draft.clauses.some((site) => says(site.clause, clause))) return 0;
  const size = sizeOfClause(clause) + 3;
  if (size > room) return 0;
  phrase.relative = { clause, gap };
  register(draft, clause, "relative");
  return size;
};

/** "sagt , dass …", "fragt , ob …", "versucht , … zu …" */
const addComplement: Growth = (composer, draft, { clause, role }, room) => {
  const { predicate, tense, subordinate, also } = clause;
  if (predicate.kind !== "verb" || predicate.complement !== null || role === "relative") return 0;
  if (subordinate !== null || also !== null) return 0;
  const { traits, objects } = predicate.verb;
  if (traits.has("zu") && objects.length === 0) return addInfinitive(composer, draft, clause, room);
  const kind = traits.has("dass") ? "dass" : "ob";
  if (!traits.has(kind) || tense !== "present" || !composer.allowed.has("complements")) return 0;
  const again = composer.random.uniform() < 0.3 ? subjectOf(clause) : null;
  const other = composeClause(composer, again === null ? {} : { subject: again });
  if (other === null || says(other, clause)) return 0;
  const size = sizeOfClause(other) + 2;
  if (size > room) return 0;
  predicate.complement = { kind, clause: other };
  register(draft, other, "subordinate");
  return size;
};

function addInfinitive(composer: Composer, draft: Draft, clause: Clause, room: number): number {
  const { predicate, subject } = clause;
  if (!composer.allowed.has("infinitives") || predicate.kind !== "verb") return 0;
  if (subject.kind !== "noun") return 0;
  const owner = { nominal: subject, noun: subject.noun };
  const found = composePredicate(composer, owner, (verb) => !verb.traits.has("still"));
  if (found === null || sizeOfVerb(found) + 2 > room) return 0;
  predicate.complement = { kind: "infinitive", purpose: false, predicate: found };
  for (const { nominal } of found.objects) registerNominal(draft, nominal, true);
  return sizeOfVerb(found) + 2;
}

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
  for (const { nominal } of found.objects) registerNominal(draft, nominal, true);
  return sizeOfVerb(found) + 3;
};
