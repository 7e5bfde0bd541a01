import { adverbials } from "./lexicon/adverbials.ts";
import { animals } from "./lexicon/animals.ts";
import { garden } from "./lexicon/garden.ts";
import { general } from "./lexicon/general.ts";
import { harbour } from "./lexicon/harbour.ts";
import { health } from "./lexicon/health.ts";
import { home } from "./lexicon/home.ts";
import { kitchen } from "./lexicon/kitchen.ts";
import { market } from "./lexicon/market.ts";
import { music } from "./lexicon/music.ts";
import { school } from "./lexicon/school.ts";
import { sport } from "./lexicon/sport.ts";
import { travel } from "./lexicon/travel.ts";
import { weather } from "./lexicon/weather.ts";
import type { Adjective, Adverbial, Lemma, Noun, Verb } from "./lemma.ts";
import {
  parseAdjectives,
  parseAdverbials,
  parseNouns,
  parseVerbs,
  type TopicTable,
} from "./parse-lexicon.ts";

/** Words by class, in each class topic by topic and the commonest first. */
export interface Lexicon {
  readonly topics: readonly string[];
  readonly nouns: readonly Noun[];
  readonly verbs: readonly Verb[];
  readonly adjectives: readonly Adjective[];
  readonly adverbials: readonly Adverbial[];
}

const topicTables: readonly TopicTable[] = [
  harbour,
  kitchen,
  school,
  garden,
  weather,
  travel,
  music,
  health,
  market,
  sport,
  animals,
  home,
];

/** Every word the grammar knows; a vocabulary takes its part of it. */
export function readLexicon(): Lexicon {
  const tables = [...topicTables, general];
  return {
    topics: topicTables.map(({ topic }) => topic),
    nouns: tables.flatMap(parseNouns),
    verbs: tables.flatMap(parseVerbs),
    adjectives: tables.flatMap(parseAdjectives),
    adverbials: parseAdverbials(adverbials),
  };
}

export function lemmasOf(lexicon: Lexicon): Lemma[] {
  return [...lexicon.nouns, ...lexicon.verbs, ...lexicon.adjectives, ...lexicon.adverbials];
}

/** The lexicon reduced to some of its lemmas. */
export function only(lexicon: Lexicon, lemmas: ReadonlySet<Lemma>): Lexicon {
  const keep = <L extends Lemma>(list: readonly L[]) => list.filter((lemma) => lemmas.has(lemma));
  return {
    topics: lexicon.topics,
    nouns: keep(lexicon.nouns),
    verbs: keep(lexicon.verbs),
    adjectives: keep(lexicon.adjectives),
    adverbials: keep(lexicon.adverbials),
  };
}
