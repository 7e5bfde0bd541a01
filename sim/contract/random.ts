/**
 * The only source of chance: xoshiro128** (Blackman & Vigna, 2018), seeded through a string hash.
 * A stream is named, so that adding a draw to one never shifts another: `random.stream("weights/decoder")`.
 */
export class Random {
  readonly #path: string;
  readonly #state: Uint32Array;
  #spare: number | null = null;

  constructor(seed: number | string) {
    this.#path = String(seed);
    this.#state = hash(this.#path);
  }

  /** An independent generator that depends only on this one's seed and the name. */
  stream(name: string | number): Random {
    return new Random(`${this.#path}/${name}`);
  }

  /** A whole number in [0, 2³²). */
  bits(): number {
    const s = this.#state as Uint32Array & { 0: number; 1: number; 2: number; 3: number };
    const result = Math.imul(rotate(Math.imul(s[1], 5), 7), 9) >>> 0;
    const carried = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= carried;
    s[3] = rotate(s[3], 11);
    return result;
  }

  /** Uniform in [0, 1). */
  uniform(): number {
    return this.bits() / 4294967296;
  }

  /** A whole number in [0, count). */
  below(count: number): number {
    return Math.floor(this.uniform() * count);
  }

  /** Standard normal, by the polar method. */
  normal(): number {
    if (this.#spare !== null) {
      const spare = this.#spare;
      this.#spare = null;
      return spare;
    }
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const s = u * u + v * v;
      if (s === 0 || s >= 1) continue;
      const factor = Math.sqrt((-2 * Math.log(s)) / s);
      this.#spare = v * factor;
      return u * factor;
    }
  }

  /** One of the items, all equally likely; throws on an empty list. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error("Random.pick: the list is empty");
    return item;
  }

  /** The items in a new, random order. */
  shuffle<Item>(items: readonly Item[]): Item[] {
    const result = [...items];
    for (let last = result.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      const kept = result[last] as Item;
      result[last] = result[other] as Item;
      result[other] = kept;
    }
    return result;
  }
}

function rotate(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

/** Four well-mixed words from a string (murmur3's finaliser over a running sum). */
function hash(text: string): Uint32Array {
  const words = new Uint32Array(4);
  let h = 0x9e3779b9 ^ text.length;
  for (let i = 0; i < text.length; i++) h = mix(h ^ text.charCodeAt(i)) + 0x6d2b79f5;
  for (let word = 0; word < 4; word++) {
    h = mix(h + 0x9e3779b9);
    words[word] = h;
  }
  return words;
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
