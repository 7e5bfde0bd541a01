import type { OwnLines } from "../../contract/own-data.ts";
import { GrowingInts } from "./growing-ints.ts";
import { LIMITS } from "./limits.ts";

/** Numbers words as they come, line by line, and in the end keeps the commonest. */
export class WordTable {
  readonly #ids = new Map<string, number>();
  readonly #counts = new GrowingInts();
  readonly #tokens = new GrowingInts();
  readonly #starts = new GrowingInts();

  constructor() {
    this.#starts.push(0);
  }

  /** Tokens so far. */
  get length(): number {
    return this.#tokens.length;
  }

  addLine(words: Iterable<string>): void {
    for (const word of words) this.#tokens.push(this.#idOf(word));
    this.#starts.push(this.#tokens.length);
  }

  /** The table as it will be kept: words by falling frequency, and in alphabetical order where they are equally common. */
  finish(): OwnLines {
    const words = [...this.#ids.keys()];
    const counts = this.#counts.values();
    const order = words
      .map((_, id) => id)
      .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || compare(words[a], words[b]))
      .slice(0, LIMITS.keptWords);
    const ranks = new Int32Array(words.length).fill(-1);
    order.forEach((id, rank) => {
      ranks[id] = rank;
    });
    return {
      words: order.map((id) => words[id] ?? ""),
      tokens: this.#tokens.values().map((id) => ranks[id] ?? -1),
      starts: this.#starts.values(),
    };
  }

  #idOf(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) {
      this.#counts.add(known, 1);
      return known;
    }
    if (word.length > LIMITS.wordLetters || this.#ids.size === LIMITS.countedWords) return -1;
    const id = this.#ids.size;
    this.#ids.set(word, id);
    this.#counts.push(1);
    return id;
  }
}

function compare(a = "", b = ""): number {
  return a < b ? -1 : 1;
}
