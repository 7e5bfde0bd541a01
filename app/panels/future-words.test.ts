import { expect, it } from "vitest";
import { futureWords } from "./future-words.ts";

it("says who looks ahead and when, each time once", () => {
  const words = futureWords([
    { label: "PN", when: "until warm-up ends" },
    { label: "PN-V", when: "throughout training" },
    { label: "BN", when: "throughout training" },
  ]);
  expect(words).toContain("PN until warm-up ends and PN-V and BN throughout training.");
});

it("says nothing where no lane looks ahead", () => {
  expect(futureWords([])).toBeNull();
});
