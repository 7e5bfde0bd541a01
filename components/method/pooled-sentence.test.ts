import { expect, it } from "vitest";
import { pooledSentence } from "./pooled-sentence.ts";

const batch = { image: ["batch", "height", "width"], sequence: ["batch", "token"] } as const;
const channel = { image: ["channel"], sequence: ["channel"] } as const;
const instance = { image: ["height", "width"], sequence: ["token"] } as const;
const group = {
  image: ["height", "width", "channel"],
  sequence: ["channel"],
  inGroups: true,
} as const;
const all = {
  image: ["batch", "height", "width", "channel"],
  sequence: ["batch", "token", "channel"],
} as const;
const none = { image: [], sequence: [] } as const;

it.each([
  [batch, "One statistic for each channel, over all pictures and positions."],
  [channel, "One statistic for each position of each picture, over all channels."],
  [instance, "One statistic for each channel of each picture, over all positions."],
  [
    group,
    "One statistic for each group of channels of each picture, over all positions and the group’s channels.",
  ],
  [all, "Statistics over all pictures, positions and channels."],
  [none, "No statistic is taken; nothing is shared between cells."],
])("of pictures, %o is said in a sentence", (axes, sentence) => {
  expect(pooledSentence({ axes, pools: "nothing" }, "image")).toBe(sentence);
});

it.each([
  [batch, "One statistic for each channel, over all sequences and tokens."],
  [channel, "One statistic for each token, over all channels."],
  [instance, "One statistic for each channel of each sequence, over all tokens."],
  [group, "One statistic for each group of channels of each token, over the group’s channels."],
])("of text, %o is said in a sentence", (axes, sentence) => {
  expect(pooledSentence({ axes, pools: "nothing" }, "sequence")).toBe(sentence);
});

it("says of a method that measures weights that it does", () => {
  expect(pooledSentence({ axes: none, pools: "weights" }, "image")).toBe(
    "No statistic of activations: the weights are measured instead.",
  );
});
