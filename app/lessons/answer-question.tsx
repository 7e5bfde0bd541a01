import { PickOne } from "../../components/controls/pick-one.tsx";
import type { QuestionAsk } from "./define-lesson.ts";
import { useLesson, useNotebook } from "./lesson-context.ts";

/** A question about what was seen. The answer is said at once, and another may be tried. */
export function AnswerQuestion({
  step,
  ask,
}: {
  readonly step: string;
  readonly ask: QuestionAsk;
}) {
  const { notebook } = useLesson();
  const answered = useNotebook(({ answers }) => answers[step]);
  const picked = answered?.kind === "choice" ? answered.option : null;
  const option = ask.options.find(({ id }) => id === picked);
  const pick = (id: string): void =>
    notebook.getState().answer(step, { kind: "choice", option: id, confidence: null });
  return (
    <div className="ask">
      <PickOne
        legend={ask.question}
        options={ask.options.map(({ id, label }) => ({ value: id, label }))}
        value={picked}
        onPick={pick}
      />
      <div className="ask-answer" aria-live="polite">
        {option ? (
          <p>
            <b>{option.isRight ? "Yes. " : "Not here. "}</b>
            {option.answer}
          </p>
        ) : null}
      </div>
    </div>
  );
}
