import type { Lemma } from "./lemma.ts";
import type { Clause, Complement, Nominal, NounPhrase, Sentence } from "./sentence.ts";

/** A sentence that still grows, with the places where it can. */
export interface Draft {
  readonly sentence: Sentence;
  readonly phrases: PhraseSite[];
  readonly clauses: ClauseSite[];
  readonly mentioned: Set<Lemma>;
}

export interface PhraseSite {
  readonly phrase: NounPhrase;
  /** The clause it stands in. */
  readonly clause: Clause;
  /** Takes no relative clause, because it is inside one or one of a pair. */
  nested: boolean;
}

export type ClauseRole = "main" | "subordinate" | "relative";

export interface ClauseSite {
  readonly clause: Clause;
  readonly role: ClauseRole;
}

/** Notes a new clause and its noun phrases as places to grow. */
export function register(draft: Draft, clause: Clause, role: ClauseRole): void {
  draft.clauses.push({ clause, role });
  const { subject, predicate, place } = clause;
  const nominals: Nominal[] = [subject];
  if (predicate.kind === "verb") nominals.push(...predicate.objects.map(({ nominal }) => nominal));
  if (predicate.kind === "existence") nominals.push(predicate.thing);
  if (place !== null) nominals.push(place.nominal);
  if (predicate.kind === "verb") draft.mentioned.add(predicate.verb);
  if (predicate.kind === "copula") draft.mentioned.add(predicate.adjective);
  if (predicate.kind === "verb") registerComplement(draft, predicate.complement, clause);
  for (const nominal of nominals) registerNominal(draft, nominal, clause, role === "relative");
}

function registerComplement(draft: Draft, complement: Complement | null, clause: Clause): void {
  if (complement === null) return;
  if (complement.kind !== "infinitive") return register(draft, complement.clause, "subordinate");
  draft.mentioned.add(complement.predicate.verb);
  for (const { nominal } of complement.predicate.objects)
    registerNominal(draft, nominal, clause, true);
}

/** `nested` keeps a relative clause away. */
export function registerNominal(
  draft: Draft,
  nominal: Nominal,
  clause: Clause,
  nested: boolean,
): void {
  if (nominal.kind !== "noun") return;
  draft.phrases.push({ phrase: nominal, clause, nested });
  draft.mentioned.add(nominal.noun);
}

/** Whether the sentence says the same of something already, so that the clause would sound like an echo. */
export function isEcho({ mentioned }: Draft, { predicate }: Clause): boolean {
  if (predicate.kind === "verb") return mentioned.has(predicate.verb);
  return predicate.kind === "copula" && mentioned.has(predicate.adjective);
}
