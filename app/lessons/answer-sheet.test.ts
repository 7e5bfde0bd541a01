import { expect, it } from "vitest";
import { answerSheet } from "./answer-sheet.ts";
import { defineLesson } from "./define-lesson.ts";

const lesson = defineLesson({
  id: "a-lesson",
  title: "Is it so?",
  minutes: 2,
  objectives: ["You can say whether it is."],
  steps: [
    {
      id: "predict",
      heading: "Is it?",
      setup: "",
      words: "Say.",
      panels: [],
      controls: [],
      ask: {
        kind: "sketches",
        question: "What do you expect?",
        options: [
          { id: "yes", label: "That it is.", holds: () => true, answer: "It is." },
          { id: "no", label: "That it is not.", holds: () => false, answer: "It is." },
        ],
      },
    },
    {
      id: "observe",
      heading: "See",
      words: "Look.",
      panels: ["loss"],
      controls: ["play"],
      reveals: "predict",
      deed: { sentence: "Press Play.", isDone: () => true },
    },
    {
      id: "explain",
      heading: "Why?",
      words: "Think.",
      panels: [],
      controls: [],
      deed: { sentence: "Think.", isDone: () => false },
    },
  ],
});

it("an answer sheet has what was expected, what was measured, and links to both", () => {
  const sheet = answerSheet(
    lesson,
    {
      answers: { predict: { kind: "choice", option: "no", confidence: "certain" } },
      done: {
        observe: {
          notes: [
            { label: "loss", unit: "nats", value: 2.3456 },
            { label: "gap", unit: "", value: null },
          ],
          outcome: "yes",
          query: "seed=3",
        },
      },
    },
    "https://example.org/scope/",
  );
  expect(sheet).toContain("Prediction: That it is not. (certain)");
  expect(sheet).toContain("What the run gave: That it is.");
  expect(sheet).toContain("- loss: 2.35 nats\n- gap: not measured");
  expect(sheet).toContain("Experiment: <https://example.org/scope/?seed=3>");
  expect(sheet).toContain("<https://example.org/scope/lessons.html?lesson=a-lesson&step=2>");
  expect(sheet.match(/Not done\./g)).toHaveLength(2);
});
