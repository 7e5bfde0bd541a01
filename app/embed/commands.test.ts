import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCommand } from "./commands.ts";

describe("a message from the host", () => {
  it("is a command with what it needs", () => {
    expect(readCommand({ type: "normscope:play" })).toEqual({ name: "play" });
    expect(readCommand({ type: "normscope:step", version: 1 })).toEqual({ name: "step" });
    expect(readCommand({ type: "normscope:goto", step: 40 })).toEqual({ name: "goto", step: 40 });
  });

  it("may bring a whole link to load", () => {
    const wanted = { name: "load", query: "preset=paper-order&seed=3" };
    const link = "https://host/embed.html?preset=paper-order&seed=3";
    for (const query of ["preset=paper-order&seed=3", "?preset=paper-order&seed=3", link])
      expect(readCommand({ type: "normscope:load", query })).toEqual(wanted);
  });

  it("is what Reveal says of its slides", () => {
    expect(readCommand("slide:start")).toEqual({ name: "play" });
    expect(readCommand("slide:stop")).toEqual({ name: "pause" });
  });

  it("that asks for what there is not is answered with why", () => {
    expect(readCommand({ type: "normscope:jump" })).toContain("no command jump");
    expect(readCommand({ type: "normscope:play", version: 2 })).toContain("Version 2");
    expect(readCommand({ type: "normscope:goto", step: -1 })).toContain("whole number");
    expect(readCommand({ type: "normscope:load" })).toContain("query");
  });

  it("that is not ours is ignored, whatever it is", () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(readCommand(data)).toBeNull();
      }),
    );
    expect(readCommand(JSON.stringify({ context: "iframe.resize", height: 3 }))).toBeNull();
  });
});
