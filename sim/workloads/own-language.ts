import { defineWorkload } from "../contract/workload.ts";

/** Running text that a learner brings, to be continued token by token. */
export default defineWorkload({
  id: "own-language",
  name: "Your own text",
  about:
    "Your own text is read from left to right, and at every token the next one is to be said. White space and punctuation part the words; rare words are <unk>.",
  kind: "language",
  needs: "text",
  items: "tokens",
  score: "token accuracy",
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
    vocabulary: {
      kind: "range",
      label: "Vocabulary",
      about: "The most words there are, the commonest first; all others are <unk>.",
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
    tokens: {
      kind: "range",
      label: "Training tokens",
      about: "How many tokens of the text at most are trained on, passages chosen by the seed.",
      min: 1000,
      max: 2_000_000,
      step: 1,
      scale: "log",
      unit: "tokens",
      initial: 500_000,
      effect: "restart",
    },
    heldOut: {
      kind: "range",
      label: "Held-out tokens",
      about: "Tokens kept apart from training, a fifth of all at most; more make a surer score.",
      min: 512,
      max: 16_384,
      step: 512,
      unit: "tokens",
      initial: 2048,
      effect: "restart",
    },
  },
  async open(params, random, own) {
    const { openOwnText } = await import("../data/own/open-own-text.ts");
    return openOwnText(own, params, random);
  },
});
