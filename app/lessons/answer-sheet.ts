import { columnOfHandle, DRAWN_HANDLES } from "../../components/charts/drawn-curve.ts";
import { formatNumber } from "../../components/prose/format.ts";
import { laterHalf } from "./ask-parts.ts";
import type { Ask, Lesson, LessonStep } from "./define-lesson.ts";
import type { Answered, Notebook, Observation } from "./notebook.ts";

/** What a learner said and saw in a lesson, as Markdown to keep or to hand in. `site` is the address of the site’s folder. */
export function answerSheet(
  lesson: Lesson,
  { answers, done }: Pick<Notebook, "answers" | "done">,
  site: string,
): string {
  const steps = lesson.steps.map((step, place) =>
    [
      `## ${place + 1}. ${step.heading}`,
      ...saidIn(step, answers[step.id]),
      ...seenIn(step, lesson, done[step.id], site),
      `Step: <${site}lessons.html?lesson=${lesson.id}&step=${place + 1}>`,
    ].join("\n\n"),
  );
  return `${[
    `# ${lesson.title}`,
    "Predictions and measurements from a lesson of Normscope. Everything was computed on this learner’s own machine; nobody has counted anything.",
    ...steps,
  ].join("\n\n")}\n`;
}

function saidIn({ ask, deed }: LessonStep, answered: Answered | undefined): string[] {
  if (!ask) return deed ? [`To do: ${deed.sentence}`] : [];
  const verb = ask.kind === "question" ? "Answer" : "Prediction";
  return [`Question: ${ask.question}`, `${verb}: ${answered ? inWords(ask, answered) : "none"}`];
}

function inWords(ask: Ask, answered: Answered): string {
  if (ask.kind === "drawing") {
    if (answered.kind !== "drawing") return "none";
    const every = Array.from(
      { length: DRAWN_HANDLES },
      (_, handle) => answered.values[columnOfHandle(handle)] ?? Number.NaN,
    );
    const later = laterHalf(answered.values);
    return `a curve through ${every.map((value) => formatNumber(value)).join(", ")} (at steps 0 to ${ask.steps}), about ${formatNumber(later ?? Number.NaN)} in its second half`;
  }
  if (answered.kind !== "choice") return "none";
  const option = [...ask.options].find(({ id }) => id === answered.option);
  const sure = answered.confidence === null ? "" : ` (${answered.confidence})`;
  return `${option?.label ?? answered.option}${sure}`;
}

function seenIn(
  { reveals }: LessonStep,
  { steps }: Lesson,
  observation: Observation | undefined,
  site: string,
): string[] {
  if (!observation) return ["Not done."];
  const { notes, query, outcome } = observation;
  const ask = steps.find(({ id }) => id === reveals)?.ask;
  const happened =
    ask?.kind === "sketches" ? ask.options.find(({ id }) => id === outcome)?.label : undefined;
  const measured = notes.map(
    ({ label, unit, value }) =>
      `- ${label}: ${value === null ? "not measured" : formatNumber(value)}${unit === "" ? "" : ` ${unit}`}`,
  );
  return [
    ...(happened === undefined ? [] : [`What the run gave: ${happened}`]),
    ...(measured.length > 0 ? [`Measured:\n\n${measured.join("\n")}`] : []),
    `Experiment: <${site}?${query}>`,
  ];
}
