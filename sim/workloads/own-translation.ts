import { defineWorkload } from "../contract/workload.ts";

/** Sentence pairs that a learner brings: a table of two columns, or two texts whose lines belong together. */
export default defineWorkload({
  id: "own-translation",
  name: "Your own sentence pairs",
  about:
    "Sentences from your own file are translated. White space and punctuation part the words; rare words are <unk>.",
  kind: "translation",
  needs: "pairs",
  items: "tokens",
  score: "token accuracy",
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
    longest: {
      kind: "range",
      label: "Longest sentence",
      about: "A pair with more tokens than this in either language is left out.",
      min: 4,
      max: 64,
      step: 1,
      unit: "tokens",
      initial: 40,
      effect: "restart",
    },
    vocabulary: {
      kind: "range",
      label: "Vocabulary",
      about:
        "The most words of both languages together, the commonest first; all others are <unk>.",
      min: 64,
      max: 8192,
      step: 1,
      scale: "log",
      unit: "words",
      initial: 2048,
      effect: "restart",
    },
    lowerCase: {
      kind: "toggle",
      label: "Lower-case all words",
      about: "Takes “The” and “the” for one word, and so fewer for unknown.",
      initial: true,
      effect: "restart",
    },
    backwards: {
      kind: "toggle",
      label: "Translate backwards",
      about: "From the second column or file to the first.",
      initial: false,
      effect: "restart",
    },
    pairs: {
      kind: "range",
      label: "Sentence pairs",
      about: "How many pairs at most are trained on, chosen by the seed.",
      min: 100,
      max: 200_000,
      step: 1,
      scale: "log",
      unit: "pairs",
      initial: 50_000,
      effect: "restart",
    },
    heldOut: {
      kind: "range",
      label: "Held-out pairs",
      about: "Pairs kept apart from training, a fifth of all at most; more make a surer score.",
      min: 64,
      max: 1024,
      step: 64,
      unit: "pairs",
      initial: 128,
      effect: "restart",
    },
  },
  async open(params, random, own) {
    const { openOwnPairs } = await import("../data/own/open-own-pairs.ts");
    return openOwnPairs(own, params, random);
  },
});
