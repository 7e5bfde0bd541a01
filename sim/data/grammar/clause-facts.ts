import { pronounFor } from "./compose-noun-phrase.ts";
import type { Noun } from "./lemma.ts";
import type { Clause, Nominal } from "./sentence.ts";

/** The pronoun that takes up a subject, with the noun that it stands for. */
export function pronounOf(subject: Nominal): { nominal: Nominal; noun: Noun } | null {
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

/** What holds for long has no time of day: "is old", "knows". */
export function isLasting({ predicate }: Clause): boolean {
  if (predicate.kind === "copula") return !predicate.adjective.tags.has("state");
  return predicate.kind === "verb" && predicate.verb.traits.has("still");
}
