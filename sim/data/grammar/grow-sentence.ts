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
  for (let tries = 0; left > 0 && tries < 60; tries++) {
    const grow = weighted(composer.random, [
      [growNounPhrase, 3],
      [growClause, 3],
      [growByCoordination, left > 9 ? 4 : 2],
      [growByClause, left > 9 ? 5 : 2],
    ]);
    left -= grow(composer, draft, left);
  }
  return draft.sentence;
}

function firstClause(composer: Composer, room: number) {
  for (let tries = 0; tries < 12; tries++) {
    const clause = composeClause(composer);
    if (clause !== null && sizeOfClause(clause) <= room) return clause;
  }
  return null;
}
