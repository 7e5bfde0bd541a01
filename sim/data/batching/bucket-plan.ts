import type { Random } from "../../contract/random.ts";

/** What the plan must know of a sentence pair. */
export interface Planned {
  /** The longer side with its end token: the columns that the pair needs. */
  readonly length: number;
  readonly topic: number;
}

/** Rows of one padded shape. */
export interface Bucket {
  readonly length: number;
  readonly rows: number;
  /** Indices of pairs. */
  readonly members: readonly number[];
}

/** The pairs of one batch; always as many as the bucket has rows. */
export interface PlannedBatch {
  readonly bucket: Bucket;
  readonly pairs: readonly number[];
}

const bounds = [4, 6, 8, 10, 12, 16, 20, 24, 32, 41];

/** Sorts pairs into a handful of lengths, so that a graphics card meets only a handful of shapes. */
export function bucketsOf(pairs: readonly Planned[], longest: number, tokens: number): Bucket[] {
  // A bound right below the last would make a shape for hardly any pair.
  const lengths = [...bounds.filter((bound) => bound < longest - 1), longest + 1];
  const members = lengths.map((): number[] => []);
  pairs.forEach(({ length }, index) => {
    const place = lengths.findIndex((bound) => length <= bound);
    members[place]?.push(index);
  });
  return lengths
    .map((length, place) => {
      const rows = Math.max(1, Math.floor(tokens / length));
      return { length, rows, members: members[place] ?? [] };
    })
    .filter((bucket) => bucket.members.length > 0);
}

export interface EpochOptions {
  readonly buckets: readonly Bucket[];
  readonly pairs: readonly Planned[];
  readonly burstiness: number;
}

/**
 * The batches of one epoch. A pair is ordered by a key that with probability `burstiness` is its
 * topic's and otherwise its own, so a batch slides from a mixture of topics to a single one.
 */
export function planEpoch(
  { buckets, pairs, burstiness }: EpochOptions,
  random: Random,
): PlannedBatch[] {
  const ordered = orderByTopic({ buckets, pairs, burstiness }, random);
  return random.shuffle(ordered.flatMap((bucket) => chunk(bucket, bucket.members)));
}

/** The same buckets, the members of each in the order in which batches are cut from them. */
export function orderByTopic(
  { buckets, pairs, burstiness }: EpochOptions,
  random: Random,
): Bucket[] {
  const topicKeys = new Map<number, number>();
  const keyOf = (topic: number) => {
    const known = topicKeys.get(topic);
    if (known !== undefined) return known;
    const key = random.uniform();
    topicKeys.set(topic, key);
    return key;
  };
  return buckets.map((bucket) => {
    const keyed = bucket.members.map((pair) => {
      const own = random.uniform();
      const isBursty = random.uniform() < burstiness;
      return { pair, key: isBursty ? keyOf(pairs[pair]?.topic ?? 0) : own };
    });
    return { ...bucket, members: keyed.sort((a, b) => a.key - b.key).map(({ pair }) => pair) };
  });
}

/** Full batches only: the last one is filled from the start of the order. */
function chunk(bucket: Bucket, order: readonly number[]): PlannedBatch[] {
  const count = Math.ceil(order.length / bucket.rows);
  return Array.from({ length: count }, (_, place) => {
    const pairs = Array.from({ length: bucket.rows }, (_, row) => {
      // The index is below the length, which is above zero.
      return order[(place * bucket.rows + row) % order.length] as number;
    });
    return { bucket, pairs };
  });
}
