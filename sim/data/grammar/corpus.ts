import type { Random } from "../../contract/random.ts";
import type { Admission } from "./admit-lemmas.ts";
import type { Composer } from "./compose-noun-phrase.ts";
import { englishSentence } from "./english-clause.ts";
import { germanSentence } from "./german-clause.ts";
import { growSentence } from "./grow-sentence.ts";
import { WordChoice } from "./word-choice.ts";

/** A sentence in both languages, of one topic. */
export interface Pair {
  readonly topic: number;
  readonly german: readonly string[];
  readonly english: readonly string[];
}

export interface Corpus {
  readonly training: readonly Pair[];
  /** Shares no sentence with training, in either language, and has no word that training lacks. */
  readonly heldOut: readonly Pair[];
}

export interface CorpusOptions {
  readonly pairs: number;
  /** Pairs kept apart for evaluation. */
  readonly heldOut: number;
  readonly longest: number;
  readonly zipf: number;
}

const shortest = 3;

/** After so many repetitions in a row the grammar has no more to say. */
const patience = 3000;

/**
 * Writes `pairs` different pairs for training and some to hold out. Where a narrow grammar runs out of
 * sentences, training has fewer.
 */
export function writeCorpus(admission: Admission, options: CorpusOptions, random: Random): Corpus {
  const pairs = [...writePairs(admission, options, random.stream("corpus"))];
  return holdOut(pairs, options.heldOut);
}

function* writePairs(
  { lexicon, constructions }: Admission,
  { pairs, heldOut, longest, zipf }: CorpusOptions,
  random: Random,
): Generator<Pair> {
  const composers = lexicon.topics.map((topic): Composer => {
    return {
      random,
      words: new WordChoice(lexicon, topic, zipf),
      allowed: constructions,
      mentioned: new Set(),
    };
  });
  const seen = new Set<string>();
  let repetitions = 0;
  for (let written = 0; written < pairs + heldOut && repetitions < patience;) {
    const topic = random.below(composers.length);
    const pair = writePair(composers[topic], topic, longest);
    const keys = pair === null ? [] : [pair.german.join(" "), `= ${pair.english.join(" ")}`];
    if (pair === null || keys.some((key) => seen.has(key))) {
      repetitions++;
      continue;
    }
    for (const key of keys) seen.add(key);
    repetitions = 0;
    written++;
    yield pair;
  }
}

function writePair(composer: Composer | undefined, topic: number, longest: number): Pair | null {
  if (composer === undefined) return null;
  // More short sentences than long ones, as in speech.
  const wish = shortest + Math.floor((longest - shortest + 1) * composer.random.uniform() ** 1.4);
  const sentence = growSentence(composer, wish);
  if (sentence === null) return null;
  const german = germanSentence(sentence);
  const english = englishSentence(sentence);
  const shorter = Math.min(german.length, english.length);
  const longer = Math.max(german.length, english.length);
  return shorter < shortest || longer > longest ? null : { topic, german, english };
}

/** Takes pairs from the end whose every word also occurs among those that stay. */
function holdOut(pairs: readonly Pair[], count: number): Corpus {
  const counts = new Map<string, number>();
  const add = (pair: Pair, by: number) => {
    for (const word of [...pair.german, ...pair.english])
      counts.set(word, (counts.get(word) ?? 0) + by);
  };
  for (const pair of pairs) add(pair, 1);
  // When there are few, most of them are for training.
  const wanted = Math.min(count, Math.floor(pairs.length / 5));
  const training: Pair[] = [];
  const heldOut: Pair[] = [];
  for (const pair of pairs.toReversed()) {
    if (heldOut.length === wanted) {
      training.push(pair);
      continue;
    }
    add(pair, -1);
    const isKnown = [...pair.german, ...pair.english].every((word) => (counts.get(word) ?? 0) > 0);
    if (isKnown) heldOut.push(pair);
    else {
      add(pair, 1);
      training.push(pair);
    }
  }
  return { training: training.reverse(), heldOut: heldOut.reverse() };
}
