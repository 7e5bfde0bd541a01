import type { Random } from "../../contract/random.ts";
import type { Sample, Workload } from "../../contract/workload.ts";
import { admitLemmas } from "./admit-lemmas.ts";
import { writeCorpus } from "./corpus.ts";
import type { Pair } from "./corpus.ts";
import { readLexicon } from "./lexicon.ts";
import { cutRows, writeTexts } from "./running-text.ts";
import type { TextLanguage, TopicText } from "./running-text.ts";
import { heldOutTexts, trainingTexts } from "../batching/text-order.ts";
import { themedBatches } from "../batching/themed-batches.ts";
import { countVocabulary } from "../batching/vocabulary.ts";

export interface LanguageOptions {
  readonly tokensPerBatch: number;
  readonly sequenceLength: number;
  readonly language: TextLanguage;
  readonly zipf: number;
  readonly burstiness: number;
  readonly vocabulary: number;
  readonly sentences: number;
  readonly heldOut: number;
}

/** As in the translation task: the longest sentence that the grammar is asked for. */
const LONGEST_SENTENCE = 40;

/** Writes the text and cuts it into batches of one shape. */
export function openLanguage(options: LanguageOptions, random: Random): Workload {
  const admission = admitLemmas(readLexicon(), options.vocabulary);
  const { sentences, heldOut, zipf, sequenceLength: length } = options;
  const corpus = writeCorpus(
    admission,
    { pairs: sentences, heldOut, longest: LONGEST_SENTENCE, zipf },
    random,
  );
  const training = writeTexts(corpus.training, options, random.stream("texts"));
  const apart = writeTexts(corpus.heldOut, options, random.stream("held-out texts"));
  // Of both languages all words count, whichever side of a pair is written: so nothing that is held out is unknown.
  const vocabulary = countVocabulary(corpus.training.flatMap((pair) => sidesOf(pair, options)));
  const rows = Math.max(1, Math.floor(options.tokensPerBatch / length));
  const cut = (texts: readonly TopicText[]) => cutRows(texts, length, vocabulary.idOf);
  const rowsOfText = cut(training);
  const order = { rows, length, burstiness: options.burstiness };
  return {
    facts: { kind: "language", vocabulary: vocabulary.words, longest: length },
    batch: trainingTexts(rowsOfText, order, random),
    themed: themedBatches(
      rowsOfText,
      ({ topic }) => topic,
      random,
      (some, stream) => trainingTexts(some, order, stream),
    ),
    heldOut: heldOutTexts(cut(apart), { rows, length }),
    samples: samplesOf(training),
  };
}

function sidesOf({ german, english }: Pair, { language }: LanguageOptions) {
  if (language === "both") return [german, english];
  return [language === "German" ? german : english];
}

const sampleCount = 6;

/** Of several topics: a sentence, and the one that follows it. */
function samplesOf(texts: readonly TopicText[]): Sample[] {
  return texts
    .slice(0, sampleCount)
    .flatMap(({ sentences: [first, second] }) =>
      first && second ? [{ input: first.join(" "), output: second.join(" ") }] : [],
    );
}
