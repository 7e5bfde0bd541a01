import { bare, fresh, ungraded, weighted, type Composer } from "./compose-noun-phrase.ts";
import { registerNominal, type Draft, type PhraseSite } from "./draft.ts";
import type { Adjective } from "./lemma.ts";
import type { NounPhrase } from "./sentence.ts";

type Growth = (composer: Composer, draft: Draft, site: PhraseSite, room: number) => number;

const growths: readonly (readonly [Growth, number])[] = [
  [addAdjective, 6],
  [addVery, 0.4],
  [addGenitive, 2],
  [addWearing, 1],
];

/** Tries to make one noun phrase of the sentence longer; answers by how many tokens it did. */
export function growNounPhrase(composer: Composer, draft: Draft, room: number): number {
  if (draft.phrases.length === 0) return 0;
  const site = composer.random.pick(draft.phrases);
  return weighted(composer.random, growths)(composer, draft, site, room);
}

function addAdjective(composer: Composer, draft: Draft, { phrase }: PhraseSite): number {
  const { random, words, allowed } = composer;
  const { adjectives, noun } = phrase;
  if (!allowed.has("adjectives") || adjectives.length === 2) return 0;
  if (adjectives.length === 1 && random.uniform() > 0.3) return 0;
  const adjective = fresh(composer, () => words.adjective(random, noun));
  if (adjective === null || isSaid(draft, phrase, adjective)) return 0;
  if (adjectives.some(({ order }) => order === adjective.order)) return 0;
  // "eine kleine alte lampe" keeps the order of English, which German does not mind.
  adjectives.push(adjective);
  draft.mentioned.add(adjective);
  adjectives.sort((a, b) => a.order - b.order);
  return 1;
}

/** Whether the phrase's own clause says the same or the opposite: "the small ship is big". */
function isSaid({ clauses }: Draft, phrase: NounPhrase, adjective: Adjective): boolean {
  return clauses.some(
    ({ clause: { subject, predicate } }) =>
      subject === phrase &&
      predicate.kind === "copula" &&
      predicate.adjective.order === adjective.order,
  );
}

function addVery({ allowed }: Composer, _: Draft, { phrase }: PhraseSite): number {
  const first = phrase.adjectives[0];
  if (!allowed.has("degree") || phrase.very || first === undefined) return 0;
  if (phrase.adjectives.length > 1 || first.order === 4 || ungraded.has(first.german.bare))
    return 0;
  phrase.very = true;
  return 1;
}

/** "der kapitän des schiffes": the owner is a noun of the topic that this one can be of. */
function addGenitive(composer: Composer, draft: Draft, site: PhraseSite, room: number): number {
  const { phrase, clause } = site;
  const { noun, determiner, genitive } = phrase;
  if (!composer.allowed.has("genitive") || noun.of.length === 0 || genitive !== null) return 0;
  if (determiner !== "definite" || phrase.wearing !== null || room < 3) return 0;
  const owner = composer.words.noun(composer.random, noun.of);
  if (owner === null || owner === noun || !owner.tags.has("of")) return 0;
  phrase.genitive = bare(owner, "singular", "definite");
  registerNominal(draft, phrase.genitive, clause, true);
  return 3;
}

const worn = ["worn"];

/** "die frau mit dem roten hut" */
function addWearing(composer: Composer, draft: Draft, site: PhraseSite, room: number): number {
  const { phrase, clause } = site;
  const { noun, determiner, genitive, wearing } = phrase;
  if (!composer.allowed.has("companions") || !noun.tags.has("person") || wearing !== null) return 0;
  if (genitive !== null || !["definite", "indefinite"].includes(determiner) || room < 3) return 0;
  const garment = composer.words.noun(composer.random, worn);
  if (garment === null || garment === noun || phrase.number === "plural") return 0;
  phrase.wearing = bare(garment, "singular", determiner);
  registerNominal(draft, phrase.wearing, clause, true);
  return 3;
}
