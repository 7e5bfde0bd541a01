import { pronounFor } from "./compose-noun-phrase.ts";
import type { Noun } from "./lemma.ts";
import type { Clause, Nominal } from "./sentence.ts";

/** The pronoun that takes up the subject of a clause, with the noun that it stands for. */
export function subjectOf({ subject }: Clause): { nominal: Nominal; noun: Noun } | null {
  if (subject.kind !== "noun") return null;
  const nominal = pronounFor(subject);
  return nominal === null ? null : { nominal, noun: subject.noun };
}

export function isQuantified(nominal: Nominal): boolean {
  if (nominal.kind === "pair") return true;
  if (nominal.kind !== "noun") return false;
  return ["jeder", "kein", "zwei", "drei", "viele", "einige"].includes(nominal.determiner);
}

export function mentions({ predicate }: Clause, noun: Noun): boolean {
  return (
    predicate.kind === "verb" &&
    predicate.objects.some(({ nominal }) => nominal.kind === "noun" && nominal.noun === noun)
  );
}

/** Whether two clauses have the same predicate, so that one would explain itself. */
export function says(a: Clause, b: Clause): boolean {
  if (a.predicate.kind === "verb" && b.predicate.kind === "verb")
    return a.predicate.verb === b.predicate.verb;
  return (
    a.predicate.kind === "copula" &&
    b.predicate.kind === "copula" &&
    a.predicate.adjective === b.predicate.adjective
  );
}
