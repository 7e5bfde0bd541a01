import type { Pair } from "./corpus.ts";

/** No further than this is looked for another topic, lest lengths bunch up. */
const FARTHEST = 40;

/** Some pairs from the shortest to the longest, each of another topic where possible. */
export function spreadPairs(pairs: readonly Pair[], wanted: number): Pair[] {
  const sorted = [...pairs].sort((a, b) => a.german.length - b.german.length);
  const reach = Math.min(FARTHEST, Math.ceil(sorted.length / wanted / 2));
  const topics = new Set<number>();
  return Array.from({ length: Math.min(wanted, sorted.length) }, (_, place) => {
    const from = Math.floor(((place + 0.5) * sorted.length) / wanted);
    const later = sorted.slice(from, from + reach);
    // `from` is below the length, so there is one.
    const pair = (later.find(({ topic }) => !topics.has(topic)) ?? sorted[from]) as Pair;
    topics.add(pair.topic);
    return pair;
  });
}
