import type { Lemma } from "./lemma.ts";
import type { Clause, Nominal, NounPhrase, Sentence } from "./sentence.ts";

/** A sentence that still grows, with the places where it can. */
export interface Draft {
  readonly sentence: Sentence;
  readonly phrases: PhraseSite[];
  readonly clauses: ClauseSite[];
  readonly mentioned: Set<Lemma>;
}

export interface PhraseSite {
  readonly phrase: NounPhrase;
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
  for (const nominal of nominals) registerNominal(draft, nominal, role === "relative");
}

export function registerNominal(draft: Draft, nominal: Nominal, nested: boolean): void {
  if (nominal.kind !== "noun") return;
  draft.phrases.push({ phrase: nominal, nested });
  draft.mentioned.add(nominal.noun);
}
