import type { Composer } from "./compose-noun-phrase.ts";
import { composeClause } from "./compose-clause.ts";
import { growClause } from "./grow-clause.ts";
import { growNounPhrase } from "./grow-noun-phrase.ts";
import { growByCoordination } from "./grow-by-coordination.ts";
import { growByClause } from "./grow-by-clause.ts";
import { weighted } from "./compose-noun-phrase.ts";
import { sizeOfClause } from "./sentence-size.ts";
import { register, type Draft } from "./draft.ts";
import type { Sentence } from "./sentence.ts";

/**
 * A sentence of about `length` tokens: a short clause, which then grows by whatever still fits, from an
 * adjective to another clause. Null where no clause could be composed that is short enough.
 */
export function growSentence(composer: Composer, length: number): Sentence | null {
  const { mentioned } = composer;
  mentioned.clear();
  const main = firstClause(composer, length - 1);
  if (main === null) return null;
  const draft: Draft = { sentence: { main, more: [] }, phrases: [], clauses: [], mentioned };
  register(draft, main, "main");
  let left = length - 1 - sizeOfClause(main);
  // Growth may fail to find a word that fits, so it has a number of tries and not only a length.
  for (let tries = 0; left > 0 && tries < 30; tries++) {
    const grow = weighted(
      composer.random,
      left > 9 ? ampleGrowths : left > 3 ? growths : smallGrowths,
    );
    left -= grow(composer, draft, left);
  }
  return draft.sentence;
}

type Growth = (composer: Composer, draft: Draft, room: number) => number;

const smallGrowths: readonly (readonly [Growth, number])[] = [
  [growNounPhrase, 1],
  [growClause, 1],
];

const growths: readonly (readonly [Growth, number])[] = [
  [growNounPhrase, 3],
  [growClause, 3],
  [growByCoordination, 1],
  [growByClause, 2],
];

const ampleGrowths: readonly (readonly [Growth, number])[] = [
  [growNounPhrase, 2],
  [growClause, 3],
  [growByCoordination, 3],
  [growByClause, 5],
];

function firstClause(composer: Composer, room: number) {
  for (let tries = 0; tries < 12; tries++) {
    const clause = composeClause(composer);
    if (clause !== null && sizeOfClause(clause) <= room) return clause;
  }
  return null;
}
