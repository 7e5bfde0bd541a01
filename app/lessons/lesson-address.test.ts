import { describe, expect, it } from "vitest";
import { lessons } from "./all-lessons.ts";
import { experimentQuery, printLessonAddress, readLessonAddress } from "./lesson-address.ts";
import type { Place } from "./lesson-address.ts";

const [lesson] = lessons;
if (!lesson) throw new Error("there are no lessons");
const third: Place = { lesson, step: 2 };

describe("the address of a lesson", () => {
  it("is read back as it was written", () => {
    const { place, complaints } = readLessonAddress(printLessonAddress(third, ""), lessons);
    expect(place).toEqual(third);
    expect(complaints).toEqual([]);
  });

  it("keeps what a visitor put into it, and gives it to the experiment over the lesson’s own", () => {
    const search = "?device=wasm&lesson=other&step=9&seed=7&steps=5";
    const address = printLessonAddress(third, search);
    expect(address).toBe(`?lesson=${lesson.id}&step=3&device=wasm&seed=7&steps=5`);
    const words = new URLSearchParams(experimentQuery(third, address));
    expect([words.get("seed"), words.get("steps"), words.has("step")]).toEqual(["7", "5", false]);
  });

  it("without a lesson is the list", () => {
    expect(readLessonAddress("?device=wasm", lessons)).toEqual({ place: null, complaints: [] });
    expect(printLessonAddress(null, "?lesson=x&step=2")).toBe("?");
  });

  it.each(["0", "99", "two", "1.5", ""])("with step=%s shows the first and says why", (step) => {
    const { place, complaints } = readLessonAddress(`?lesson=${lesson.id}&step=${step}`, lessons);
    expect(place?.step).toBe(0);
    expect(complaints).toEqual([expect.stringContaining("was ignored")]);
  });

  it("of a lesson that there is not shows the list and says so", () => {
    const { place, complaints } = readLessonAddress("?lesson=alchemy", lessons);
    expect(place).toBeNull();
    expect(complaints).toEqual([expect.stringContaining("alchemy")]);
  });
});
