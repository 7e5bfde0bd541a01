import type { Random } from "../../contract/random.ts";
import type { Pair } from "./corpus.ts";
import { cutText, type TextRow } from "../batching/text-batch.ts";
import { end } from "../batching/vocabulary.ts";

export type TextLanguage = "English" | "German" | "both";

/** Sentences of one topic and one language, one after the other. */
export interface TopicText {
  readonly topic: number;
  readonly sentences: readonly (readonly string[])[];
}

/**
 * Arranges sentences into one text a topic; of both languages, two. A sentence stays with its own topic with probability
 * `burstiness`, and otherwise goes to any. Of a pair in `both`, one side is written, by chance.
 */
export function writeTexts(
  pairs: readonly Pair[],
  { language, burstiness }: { readonly language: TextLanguage; readonly burstiness: number },
  random: Random,
): TopicText[] {
  const topics = [...new Set(pairs.map(({ topic }) => topic))].sort((a, b) => a - b);
  const texts = new Map<string, { topic: number; sentences: (readonly string[])[] }>();
  for (const { topic: own, german, english } of random.shuffle(pairs)) {
    const strays = random.uniform() >= burstiness;
    const topic = strays ? (topics[random.below(topics.length)] ?? own) : own;
    const isGerman = language === "both" ? random.uniform() < 0.5 : language === "German";
    const key = `${topic} ${isGerman ? "German" : "English"}`;
    const text = texts.get(key) ?? { topic, sentences: [] };
    text.sentences.push(isGerman ? german : english);
    texts.set(key, text);
  }
  return [...texts.values()];
}

/**
 * Cuts each text into rows of `length`, each token once among what is to be said; a sentence ends in </s>, and so does
 * whatever came before the text. The last row of a text may be shorter.
 */
export function cutRows(
  texts: readonly TopicText[],
  length: number,
  idOf: (word: string) => number,
): TextRow[] {
  return texts.flatMap(({ topic, sentences }) => {
    const ids = Int32Array.from([end, ...sentences.flatMap((words) => [...words.map(idOf), end])]);
    return cutText(topic, ids, length);
  });
}
