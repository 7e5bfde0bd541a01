import { defineWorkload } from "../contract/workload.ts";

/**
 * German sentences and their English, written by a grammar from a seed: several hundred words of twelve
 * topics, with cases, separable verbs and verbs at the end of the clause. It stands in for IWSLT14
 * De→En, small enough for a browser and readable enough to watch a model learn it.
 */
export default defineWorkload({
  id: "translation",
  name: "Translation",
  about:
    "German sentences are translated into English. A grammar writes both, so that every pair is correct and new.",
  kind: "translation",
  items: "tokens",
  score: "token accuracy",
  theme: "topic",
  translationScore: "BLEU",
  params: {
    tokensPerBatch: {
      kind: "range",
      label: "Tokens per batch",
      about:
        "Room for source tokens in one batch, padding included, but for at least one sentence; fewer make noisier statistics.",
      min: 16,
      max: 2048,
      step: 1,
      scale: "log",
      unit: "tokens",
      initial: 128,
      effect: "restart",
    },
    zipf: {
      kind: "range",
      label: "Zipf exponent",
      about: "How unequally often words are used: 0 makes all equally likely, 1 is like real text.",
      min: 0,
      max: 2,
      step: 0.05,
      initial: 1,
      effect: "restart",
    },
    burstiness: {
      kind: "range",
      label: "Burstiness",
      about: "How far a batch keeps to one topic: 0 mixes all topics, 1 takes one at a time.",
      min: 0,
      max: 1,
      step: 0.05,
      initial: 1,
      effect: "restart",
    },
    longest: {
      kind: "range",
      label: "Longest sentence",
      about:
        "The most tokens that a sentence may have in either language; more spreads the lengths.",
      min: 6,
      max: 40,
      step: 1,
      unit: "tokens",
      initial: 40,
      effect: "restart",
    },
    vocabulary: {
      kind: "range",
      label: "Vocabulary",
      about:
        "The most word forms of both languages together; the grammar uses only words that fit, so none is unknown.",
      min: 128,
      max: 4096,
      step: 1,
      scale: "log",
      unit: "words",
      initial: 1024,
      effect: "restart",
    },
    pairs: {
      kind: "range",
      label: "Sentence pairs",
      about:
        "How many pairs there are to train on; fewer where short sentences of few words have no more to say.",
      min: 500,
      max: 20000,
      step: 100,
      unit: "pairs",
      initial: 10000,
      effect: "restart",
    },
    heldOut: {
      kind: "range",
      label: "Held-out pairs",
      about:
        "Pairs kept apart from training, on which the lanes are scored; more make a surer score.",
      min: 64,
      max: 1024,
      step: 64,
      unit: "pairs",
      initial: 128,
      effect: "restart",
    },
    bleuPairs: {
      kind: "range",
      label: "Pairs for BLEU",
      about:
        "Held-out pairs, the shortest, that are translated word by word for BLEU, in whole batches; more take longer.",
      min: 16,
      max: 1024,
      step: 16,
      unit: "pairs",
      initial: 48,
      effect: "restart",
    },
    bleuEvery: {
      kind: "range",
      label: "BLEU every",
      about: "Evaluations from one BLEU to the next; the last step always has one.",
      min: 1,
      max: 20,
      step: 1,
      unit: "evaluations",
      initial: 4,
      effect: "restart",
    },
  },
  async open(params, random) {
    // Only who opens the data pays for the lexicon.
    const { openTranslation } = await import("../data/grammar/open-translation.ts");
    return openTranslation(params, random);
  },
});
