import { splitAtSpaces } from "./tokenise.ts";
import type { Tokeniser } from "./tokenise.ts";

/** Words in a row, up to so many: the 4 of BLEU-4. */
const LONGEST = 4;

/** What BLEU is computed from; sums over sentences. The n-th entry of a list counts runs of n + 1 words. */
export interface BleuCounts {
  /** Runs of words of the translations that stand in a reference, each at most as often as there. */
  readonly matched: readonly number[];
  /** All runs of words of the translations. */
  readonly total: readonly number[];
  /** Words of the translations. */
  readonly length: number;
  /** Words of the references, for each sentence of the one nearest in length. */
  readonly referenceLength: number;
}

/** A translation and what it should have been: one reference, or several that are all right. */
export interface Judged {
  readonly hypothesis: string;
  readonly references: readonly string[];
}

/**
 * Corpus BLEU-4 from 0 to 100 (Papineni et al., 2002) as sacreBLEU computes it (Post, 2018): exponential smoothing, and no
 * effective order. Throws where a sentence has no reference, quoting its translation.
 */
export function corpusBleu(
  sentences: readonly Judged[],
  tokenise: Tokeniser = splitAtSpaces,
): number {
  return bleuOf(countBleu(sentences, tokenise));
}

/**
 * BLEU = penalty · exp(¼ Σ log pₙ), pₙ = matched/total in %; the penalty for brevity is exp(1 − references/translations).
 * An order without a match counts as half a match, the next such order as a quarter, and so on. The score is 0 where
 * nothing matches at all, or where no translation is long enough for some order.
 */
export function bleuOf({ matched, total, length, referenceLength }: BleuCounts): number {
  if (matched.every((count) => count === 0)) return 0;
  let halvings = 1;
  let logarithms = 0;
  for (let n = 0; n < LONGEST; n++) {
    const all = total[n] ?? 0;
    const found = matched[n] ?? 0;
    if (all === 0) return 0;
    if (found === 0) halvings *= 2;
    logarithms += Math.log((100 * (found === 0 ? 1 / halvings : found)) / all);
  }
  const penalty = length < referenceLength ? Math.exp(1 - referenceLength / length) : 1;
  return penalty * Math.exp(logarithms / LONGEST);
}

export function countBleu(sentences: readonly Judged[], tokenise: Tokeniser): BleuCounts {
  const matched = Array<number>(LONGEST).fill(0);
  const total = Array<number>(LONGEST).fill(0);
  let length = 0;
  let referenceLength = 0;
  for (const { hypothesis, references } of sentences) {
    const words = tokenise(hypothesis);
    const right = references.filter((reference) => reference !== "").map(tokenise);
    if (right.length === 0)
      throw new Error(
        `the translation "${hypothesis}" has no reference; BLEU expects at least one that is not empty`,
      );
    length += words.length;
    referenceLength += nearest(
      words.length,
      right.map((reference) => reference.length),
    );
    for (let n = 0; n < LONGEST; n++) {
      const allowed = mostOf(right.map((reference) => countRuns(reference, n + 1)));
      for (const [run, count] of countRuns(words, n + 1)) {
        total[n] = (total[n] ?? 0) + count;
        matched[n] = (matched[n] ?? 0) + Math.min(count, allowed.get(run) ?? 0);
      }
    }
  }
  return { matched, total, length, referenceLength };
}

/** How often each run of `size` words occurs. */
function countRuns(words: readonly string[], size: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let from = 0; from + size <= words.length; from++) {
    // No word holds a space.
    const run = words.slice(from, from + size).join(" ");
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

function mostOf(counts: readonly Map<string, number>[]): Map<string, number> {
  const most = new Map<string, number>();
  for (const each of counts)
    for (const [run, count] of each) most.set(run, Math.max(count, most.get(run) ?? 0));
  return most;
}

/** Of two that are equally near the shorter. */
function nearest(length: number, candidates: readonly number[]): number {
  return candidates.reduce((best, candidate) => {
    const [near, far] = [Math.abs(candidate - length), Math.abs(best - length)];
    return near < far || (near === far && candidate < best) ? candidate : best;
  });
}
