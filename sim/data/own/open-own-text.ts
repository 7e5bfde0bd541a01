import { DataRefused } from "../../contract/data-refused.ts";
import type { Own, OwnText } from "../../contract/own-data.ts";
import type { Random } from "../../contract/random.ts";
import type { Workload } from "../../contract/workload.ts";
import { cutText, type TextRow } from "../batching/text-batch.ts";
import { heldOutTexts, trainingTexts } from "../batching/text-order.ts";
import { end } from "../batching/vocabulary.ts";
import { GrowingInts } from "./growing-ints.ts";
import { ownVocabulary, wordsOf } from "./own-vocabulary.ts";

const SAMPLES = 6;

/** So many rows that follow one another are trained on, or held out, together. */
const PASSAGE_ROWS = 8;

export interface OwnTextOptions {
  readonly tokensPerBatch: number;
  readonly sequenceLength: number;
  readonly vocabulary: number;
  readonly lowerCase: boolean;
  readonly tokens: number;
  readonly heldOut: number;
}

const MISSING =
  "This experiment learns from a text of your own, which a link cannot hold. Under “Your own data” choose a text file.";

/** A learner's text, cut into passages that the seed divides into training and held-out. */
export function openOwnText(
  own: Own | undefined,
  options: OwnTextOptions,
  random: Random,
): Workload {
  if (own?.kind !== "text") throw new DataRefused(MISSING);
  const { sequenceLength: length, tokensPerBatch } = options;
  const { words, idOf } = ownVocabulary(own, options);
  const rows = Math.max(1, Math.floor(tokensPerBatch / length));
  const { training, heldOut } = divide(idsOf(own, idOf), options, random.stream("split"));
  return {
    facts: { kind: "language", vocabulary: words, longest: length },
    batch: trainingTexts(training, { rows, length, burstiness: 0 }, random),
    heldOut: heldOutTexts(heldOut, { rows, length }),
    samples: training.slice(0, SAMPLES).map(({ read, said }) => ({
      input: wordsOf(read, words),
      output: wordsOf(said, words),
    })),
  };
}

/** The whole text in ids; a line that has a token ends in </s>. */
function idsOf({ tokens, starts }: OwnText, idOf: Int32Array): Int32Array {
  const ids = new GrowingInts();
  for (let line = 0; line + 1 < starts.length; line++) {
    const [from, to] = [starts[line] ?? 0, starts[line + 1] ?? 0];
    // A rare word, −1, is at the end of `idOf`.
    for (let at = from; at < to; at++) ids.push(idOf.at(tokens[at] ?? -1) ?? 0);
    if (to > from) ids.push(end);
  }
  return ids.values();
}

/** No token is ever on both sides, not even as what is read before the first of a passage. */
function divide(
  ids: Int32Array,
  { sequenceLength: length, tokens, heldOut }: OwnTextOptions,
  random: Random,
): { readonly training: readonly TextRow[]; readonly heldOut: readonly TextRow[] } {
  // At least five passages, however short the text: one can be held out.
  const size = Math.max(length, Math.min(PASSAGE_ROWS * length, Math.floor(ids.length / 5)));
  const count = Math.floor(ids.length / size);
  const order = random.shuffle(Array.from({ length: count }, (_, passage) => passage));
  const wanted = Math.min(Math.ceil(heldOut / size), Math.floor(count / 5));
  const most = Math.max(1, Math.floor(tokens / size));
  const cut = (passages: readonly number[]): TextRow[] =>
    passages.flatMap((passage) => {
      const some = ids.subarray(passage * size, (passage + 1) * size);
      return cutText(0, Int32Array.from([end, ...some]), length);
    });
  return {
    training: cut(order.slice(wanted, wanted + most)),
    heldOut: cut(order.slice(0, wanted)),
  };
}
