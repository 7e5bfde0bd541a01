import { useEffect } from "react";
import { catalogue } from "../../sim/catalogue.ts";
import { usePage } from "../store/hooks.ts";
import { printAddress } from "../store/url.ts";
import { outcomeOf } from "./ask-parts.ts";
import type { LessonStep } from "./define-lesson.ts";
import { useLesson, useNotebook, useRun } from "./lesson-context.ts";

/** What there is to do in this step, and whether it is done. It looks at the run whenever words follow it. */
export function DeedLine({ step }: { readonly step: LessonStep }) {
  const { notebook, place } = useLesson();
  const run = useRun();
  const isAnswered = useNotebook(({ answers }) => step.id in answers);
  const isDone = useNotebook(({ done }) => step.id in done);
  useEffect(() => {
    const isFulfilled = step.deed ? step.deed.isDone(run) : isAnswered;
    if (!isFulfilled) return;
    const notes = (step.notes ?? []).map(({ label, unit = "", read }) => ({
      label,
      unit,
      value: read(run),
    }));
    const { answers, finish } = notebook.getState();
    const asked = place.lesson.steps.find(({ id }) => id === step.reveals);
    finish(step.id, {
      notes,
      outcome: asked ? outcomeOf(asked.ask, answers[asked.id], run) : null,
      query: printAddress(run.state, catalogue),
    });
  }, [isAnswered, notebook, place, run, step]);
  const isFailed = usePage(({ phase }) => phase === "failed");
  return (
    <p className="deed" aria-live="polite">
      {isDone ? <b>Done. </b> : <b>To do: </b>}
      {sentenceOf(step)}
      {isFailed && !isDone ? " The run has failed; its notice says how it can go on." : null}
    </p>
  );
}

function sentenceOf({ deed, ask }: LessonStep): string {
  if (deed) return deed.sentence;
  return ask?.kind === "question" ? "Answer the question." : "Say what you expect.";
}
