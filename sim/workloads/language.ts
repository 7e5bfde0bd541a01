import { defineWorkload } from "../contract/workload.ts";

/**
 * Running text to be continued token by token, written by the project's own grammar: sentence after sentence on one topic,
 * cut into rows of one length. It stands in for the paper's PTB and WikiText-103, small enough for a browser.
 */
export default defineWorkload({
  id: "language",
  name: "Language modelling",
  about:
    "A text is read from left to right, and at every token the next one is to be said. A grammar writes it, sentence after sentence.",
  kind: "language",
  items: "tokens",
  score: "token accuracy",
  theme: "topic",
  params: {
    tokensPerBatch: {
      kind: "range",
      label: "Tokens per batch",
      about:
        "Room for tokens in one batch, but for at least one sequence; fewer make noisier statistics.",
      min: 16,
      max: 2048,
      step: 1,
      scale: "log",
      unit: "tokens",
      initial: 128,
      effect: "restart",
    },
    sequenceLength: {
      kind: "range",
      label: "Sequence length",
      about:
        "Tokens that are read in one go; a longer sequence has more to go by, and a batch fewer sequences.",
      min: 8,
      max: 128,
      step: 1,
      unit: "tokens",
      initial: 32,
      effect: "restart",
    },
    language: {
      kind: "choice",
      label: "Language",
      about: "What the text is written in; of both, every sequence is in one.",
      options: ["English", "German", "both"],
      initial: "English",
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
      about:
        "How far a text and a batch keep to one topic: 0 mixes all topics, 1 takes one at a time.",
      min: 0,
      max: 1,
      step: 0.05,
      initial: 1,
      effect: "restart",
    },
    vocabulary: {
      kind: "range",
      label: "Vocabulary",
      about:
        "The most word forms of English and German together, for the grammar knows each word in both.",
      min: 128,
      max: 4096,
      step: 1,
      scale: "log",
      unit: "words",
      initial: 1024,
      effect: "restart",
    },
    sentences: {
      kind: "range",
      label: "Sentences",
      about: "How many sentences there are to train on; fewer where few words have no more to say.",
      min: 500,
      max: 20000,
      step: 100,
      unit: "sentences",
      initial: 10000,
      effect: "restart",
    },
    heldOut: {
      kind: "range",
      label: "Held-out sentences",
      about:
        "Sentences kept apart from training, on which the lanes are scored; more make a surer score.",
      min: 64,
      max: 1024,
      step: 64,
      unit: "sentences",
      initial: 128,
      effect: "restart",
    },
  },
  async open(params, random) {
    // Only who opens the data pays for the lexicon.
    const { openLanguage } = await import("../data/grammar/open-language.ts");
    return openLanguage(params, random);
  },
});
