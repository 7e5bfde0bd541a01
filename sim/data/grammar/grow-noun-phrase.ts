import { bare, fresh, ungraded, weighted, type Composer } from "./compose-noun-phrase.ts";
import { registerNominal, type Draft } from "./draft.ts";
import { fits, type Adjective } from "./lemma.ts";
import type { NounPhrase } from "./sentence.ts";

/** Tries to make one noun phrase of the sentence longer; answers by how many tokens it did. */
export function growNounPhrase(composer: Composer, draft: Draft, room: number): number {
  if (draft.phrases.length === 0) return 0;
  const { phrase } = composer.random.pick(draft.phrases);
  const grow = weighted(composer.random, [
    [addAdjective, 6],
    [addVery, 1],
    [addGenitive, 2],
    [addWearing, 1],
  ]);
  return grow(composer, draft, phrase, room);
}

function addAdjective(composer: Composer, draft: Draft, phrase: NounPhrase): number {
  const { random, words, allowed } = composer;
  const { adjectives, noun } = phrase;
  if (!allowed.has("adjectives") || adjectives.length === 2) return 0;
  const adjective = fresh(composer, () => words.adjective(random, noun));
  if (adjective === null || isSaid(draft, phrase, adjective)) return 0;
  if (adjectives.some(({ order }) => order === adjective.order)) return 0;
  // "eine kleine alte lampe" keeps the order of English, which German does not mind.
  adjectives.push(adjective);
  draft.mentioned.add(adjective);
  adjectives.sort((a, b) => a.order - b.order);
  return 1;
}

/** Whether the phrase's own clause says the same: "the old ship is old". */
function isSaid({ clauses }: Draft, phrase: NounPhrase, adjective: Adjective): boolean {
  return clauses.some(
    ({ clause: { subject, predicate } }) =>
      subject === phrase && predicate.kind === "copula" && predicate.adjective === adjective,
  );
}

function addVery({ allowed }: Composer, _: Draft, phrase: NounPhrase): number {
  const first = phrase.adjectives[0];
  if (!allowed.has("degree") || phrase.very || first === undefined) return 0;
  if (phrase.adjectives.length > 1 || first.order === 4 || ungraded.has(first.german.bare))
    return 0;
  phrase.very = true;
  return 1;
}

/** "der kapitän des schiffes": the owner is a noun of the topic that this one can be of. */
function addGenitive(composer: Composer, draft: Draft, phrase: NounPhrase, room: number): number {
  const { noun, determiner, genitive } = phrase;
  if (!composer.allowed.has("genitive") || noun.of.length === 0 || genitive !== null) return 0;
  if (determiner !== "definite" || phrase.wearing !== null || room < 3) return 0;
  const key = `of ${noun.of.join(" ")}`;
  const owner = composer.words.nounWhere(
    composer.random,
    key,
    (other) => other.tags.has("of") && fits(other, noun.of),
  );
  if (owner === null || owner === noun) return 0;
  phrase.genitive = bare(owner, "singular", "definite");
  registerNominal(draft, phrase.genitive, true);
  return 3;
}

/** "die frau mit dem roten hut" */
function addWearing(composer: Composer, draft: Draft, phrase: NounPhrase, room: number): number {
  const { noun, determiner, genitive, wearing } = phrase;
  if (!composer.allowed.has("companions") || !noun.tags.has("person") || wearing !== null) return 0;
  if (genitive !== null || !["definite", "indefinite"].includes(determiner) || room < 3) return 0;
  const worn = composer.words.noun(composer.random, ["worn"]);
  if (worn === null || worn === noun || phrase.number === "plural") return 0;
  phrase.wearing = bare(worn, "singular", "definite");
  registerNominal(draft, phrase.wearing, true);
  return 3;
}
