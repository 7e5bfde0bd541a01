import { describe, expect, it } from "vitest";
import { readArguments } from "./arguments.ts";

function read(line: string) {
  return readArguments(line.split(" "));
}

describe("the command line of a sweep", () => {
  it("takes a preset with or without its option's name", () => {
    expect(read("ordinary-rate")).toMatchObject({ preset: { id: "ordinary-rate" } });
    expect(read("--preset ordinary-rate")).toEqual(read("ordinary-rate"));
  });

  it("takes seeds as a list, a range, or both", () => {
    expect(read("paper-order --seeds 1-3,7")).toMatchObject({ seeds: [1, 2, 3, 7] });
    expect(() => read("paper-order --seeds 3-1")).toThrow("neither a list");
    expect(() => read("paper-order --seeds 1-3,2")).toThrow("names seed 2 twice");
    expect(() => read("paper-order --seeds -1")).toThrow("--seeds");
  });

  it("takes a part, counted from 1", () => {
    expect(read("paper-order --shard 2/4")).toMatchObject({ shard: { part: 2, parts: 4 } });
    for (const shard of ["0/4", "5/4", "1/0", "2", "a/b"])
      expect(() => read(`paper-order --shard ${shard}`)).toThrow(`--shard ${shard} is not a part`);
  });

  it("takes the parts to merge", () => {
    expect(read("--merge a.json b.json --out c.json")).toEqual({
      kind: "merge",
      parts: ["a.json", "b.json"],
      out: "c.json",
    });
    expect(() => read("--merge --out c.json")).toThrow("--merge needs the files");
  });

  it("refuses what a sweep decides itself, instead of overriding it in silence", () => {
    expect(() => read("paper-order --set seed=3")).toThrow(
      "--set seed=3 would change nothing: a sweep takes its seeds from --seeds.",
    );
    expect(() => read("paper-order --set evaluateEvery=10")).toThrow("evaluates once, at the end");
    expect(() => read("paper-order --set gradientStatistics=true")).toThrow("would change nothing");
  });

  it.each([
    ["paper-order --steps", "--steps needs a value."],
    ["paper-order --speed 3", '"--speed" is not an option here.'],
    ["paper-order --steps 3 --steps 4", "--steps is given twice."],
    ["no-such-preset", "no-such-preset"],
    ["paper-order --set learningRate", "is not of the form key=value"],
    ["paper-order --set learnRate=1", "learnRate=1 was ignored: there is no such setting here."],
    ["paper-order --device webgl", "not to be had in Node"],
    ["paper-order --jobs 0", "--jobs 0 is not a whole number from 1 up."],
  ])("%s is refused with a sentence", (line, sentence) => {
    expect(() => read(line)).toThrow(sentence);
  });
});
