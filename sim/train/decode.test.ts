import { describe, expect, it } from "vitest";
import type { TranslationBatch } from "../contract/batch.ts";
import { sentenceBatch } from "../data/batching/sentence-batch.ts";
import { decodeGreedily } from "./decode.ts";

const START = 1;
const END = 2;
const LENGTH = 5;

const pair = { source: Int32Array.from([7, 8]), target: Int32Array.from([9, 10, 11]) };
const batch = sentenceBatch([pair, pair], 3, LENGTH);
const goOn = async () => true;

/** A network that says the words of its script, one for each position, whatever it has read. */
function scripted(script: readonly (readonly number[])[]) {
  const asked: TranslationBatch[] = [];
  return {
    asked,
    predict: async (batch: TranslationBatch) => {
      asked.push(structuredClone(batch));
      return script.flatMap((words) => Array.from({ length: LENGTH }, (_, i) => words[i] ?? END));
    },
  };
}

describe("greedy decoding", () => {
  it("ends each sentence at its own end, and stops when all have ended", async () => {
    const { asked, predict } = scripted([[4, 5], [6], [3, 3, 3, 3, 3]]);
    const said = await decodeGreedily(batch, { end: END, predict, between: goOn });
    // The third row holds no pair, so nothing is said there, and nobody waits for it.
    expect(said).toEqual([[4, 5], [6], []]);
    expect(asked).toHaveLength(3);
  });

  it("cuts a sentence that never ends at the padded length", async () => {
    const endless = [3, 4, 5, 6, 7];
    const { asked, predict } = scripted([endless, endless, endless]);
    const said = await decodeGreedily(batch, { end: END, predict, between: goOn });
    expect(said?.[0]).toEqual(endless);
    expect(asked).toHaveLength(LENGTH);
  });

  it("reads its own words and never the reference", async () => {
    const { asked, predict } = scripted([[4, 5, 6], [4], []]);
    await decodeGreedily(batch, { end: END, predict, between: goOn });
    const read = asked.map(({ target }) => [...target.values.subarray(0, LENGTH)]);
    expect(read).toEqual([
      [START, 0, 0, 0, 0],
      [START, 4, 0, 0, 0],
      [START, 4, 5, 0, 0],
      [START, 4, 5, 6, 0],
    ]);
    expect(asked[0]?.source).toEqual(batch.source);
    expect([...batch.target.values.subarray(0, 4)]).toEqual([START, 9, 10, 11]);
  });

  it("gives up between two words when told to", async () => {
    const { asked, predict } = scripted([[4, 5, 6], [4], []]);
    const answers = [true, false];
    const between = async () => answers.shift() ?? true;
    expect(await decodeGreedily(batch, { end: END, predict, between })).toBeNull();
    expect(asked).toHaveLength(2);
  });
});
