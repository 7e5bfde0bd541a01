import { DataRefused, refused } from "../../contract/data-refused.ts";
import type { Own, OwnPairs } from "../../contract/own-data.ts";
import type { Random } from "../../contract/random.ts";
import type { Workload } from "../../contract/workload.ts";
import { heldOutBatches, trainingBatches, type TopicalPair } from "../batching/sentence-order.ts";
import { inWords, LIMITS } from "./limits.ts";
import { ownVocabulary, wordsOf } from "./own-vocabulary.ts";

const SAMPLES = 6;

export interface OwnPairOptions {
  readonly tokensPerBatch: number;
  readonly longest: number;
  readonly vocabulary: number;
  readonly lowerCase: boolean;
  readonly backwards: boolean;
  readonly pairs: number;
  readonly heldOut: number;
}

const MISSING =
  "This experiment learns from sentence pairs of your own, which a link cannot hold. Under “Your own data” choose a table of two columns, or two texts whose lines belong together.";

/** A learner's sentence pairs, divided by the seed; throws `DataRefused` where `longest` leaves too few. */
export function openOwnPairs(
  own: Own | undefined,
  options: OwnPairOptions,
  random: Random,
): Workload {
  if (own?.kind !== "pairs") throw new DataRefused(MISSING);
  const { words, idOf } = ownVocabulary(own, options);
  const pairs = encoded(own, idOf, options);
  if (pairs.length < LIMITS.fewestPairs)
    throw refused({
      file: "Your pairs",
      place: null,
      expected: `at least ${LIMITS.fewestPairs} of up to ${options.longest} tokens, the setting “Longest sentence”`,
      found: inWords(pairs.length),
    });
  const { training, heldOut } = divide(pairs, options, random.stream("split"));
  const order = { ...options, burstiness: 0 };
  return {
    // One more for the end token.
    facts: { kind: "translation", vocabulary: words, longest: options.longest + 1 },
    batch: trainingBatches(training, order, random),
    heldOut: heldOutBatches(heldOut, order, random.stream("held-out order")),
    samples: training.slice(0, SAMPLES).map(({ source, target }) => ({
      input: wordsOf(source, words),
      output: wordsOf(target, words),
    })),
  };
}

function encoded(
  { tokens, starts }: OwnPairs,
  idOf: Int32Array,
  { longest, backwards }: OwnPairOptions,
): TopicalPair[] {
  const pairs: TopicalPair[] = [];
  // A rare word, −1, is at the end of `idOf`.
  const line = (number: number): Int32Array =>
    tokens
      .subarray(starts[number] ?? 0, starts[number + 1] ?? 0)
      .map((token) => idOf.at(token) ?? 0);
  for (let number = 0; number + 2 < starts.length; number += 2) {
    const [source, target] = [line(number), line(number + 1)];
    if (Math.max(source.length, target.length) > longest) continue;
    const pair = backwards ? { source: target, target: source } : { source, target };
    pairs.push({ ...pair, topic: 0 });
  }
  return pairs;
}

/**
 * Holds out a fifth at most. What is held out is not trained on, and neither is another pair with the same source, since
 * the file may say a sentence twice.
 */
function divide(
  pairs: readonly TopicalPair[],
  { pairs: most, heldOut }: OwnPairOptions,
  random: Random,
): { readonly training: readonly TopicalPair[]; readonly heldOut: readonly TopicalPair[] } {
  const shuffled = random.shuffle(pairs);
  const wanted = Math.min(heldOut, Math.floor(pairs.length / 5));
  const apart = shuffled.slice(0, wanted);
  const known = new Set(apart.map(keyOf));
  const training = shuffled.slice(wanted).filter((pair) => !known.has(keyOf(pair)));
  if (training.length === 0)
    throw refused({
      file: "Your pairs",
      place: null,
      expected: "different sentences on the source side",
      found: "always the same",
    });
  return { training: training.slice(0, most), heldOut: apart };
}

function keyOf({ source }: TopicalPair): string {
  return source.join(" ");
}
