import { bare, fresh, type Composer } from "./compose-noun-phrase.ts";
import type { Noun } from "./lemma.ts";
import type { Place } from "./sentence.ts";

/** Where something is: a noun of this topic that knows its preposition. */
export function composePlace(composer: Composer, except: Noun | null): Place | null {
  const { random, words } = composer;
  const noun = fresh(composer, () => words.nounWhere(random, isPlace));
  if (noun === null || noun === except || noun.location === null) return null;
  return { placing: noun.location, goal: false, nominal: bare(noun, "singular", "definite") };
}

/** Where someone stays or lives: inside. */
export function composeInterior(composer: Composer, except: Noun | null): Place | null {
  const place = composePlace(composer, except);
  return place?.placing.german === "in" ? place : null;
}

/** A place under the sky. */
export function composeGround(composer: Composer, except: Noun | null): Place | null {
  const place = composePlace(composer, except);
  const tags = place?.nominal.noun.tags;
  return tags === undefined || tags.has("building") || tags.has("room") ? null : place;
}

/** Where someone goes. */
export function composeGoal(composer: Composer, except: Noun | null): Place | null {
  const { random, words } = composer;
  const noun = fresh(composer, () => words.nounWhere(random, isGoal));
  if (noun === null || noun === except || noun.direction === null) return null;
  return { placing: noun.direction, goal: true, nominal: bare(noun, "singular", "definite") };
}

function isPlace({ location, tags }: Noun): boolean {
  return location !== null && (tags.has("place") || tags.has("building"));
}

function isGoal({ direction }: Noun): boolean {
  return direction !== null;
}
