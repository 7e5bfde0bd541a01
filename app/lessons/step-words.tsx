import type { RefObject } from "react";
import { Button } from "../../components/controls/button.tsx";
import { AnswerQuestion } from "./answer-question.tsx";
import { DeedLine } from "./deed-line.tsx";
import type { LessonStep } from "./define-lesson.ts";
import { LessonEnd } from "./lesson-end.tsx";
import { useLesson, useNotebook } from "./lesson-context.ts";
import { PredictCurve } from "./predict-curve.tsx";
import { PredictSketch } from "./predict-sketch.tsx";
import { Reveal } from "./reveal.tsx";

interface StepWordsProps {
  readonly step: LessonStep;
  /** Takes the focus when the step is come to from another. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** The words of a step, what it asks, what there is to do, and the way on. */
export function StepWords({ step, heading }: StepWordsProps) {
  const { place } = useLesson();
  const asked = place.lesson.steps.find(({ id }) => id === step.reveals);
  return (
    <section className="step" aria-labelledby="step-heading">
      <h2 id="step-heading" ref={heading} tabIndex={-1}>
        <span className="step-number">
          {place.step + 1} of {place.lesson.steps.length}
        </span>{" "}
        {step.heading}
      </h2>
      <div className="step-words">{step.words}</div>
      {asked ? <Reveal step={step} asked={asked} /> : null}
      <Asked step={step} />
      <DeedLine step={step} />
      <WayOn step={step} />
      {place.step === place.lesson.steps.length - 1 ? <LessonEnd /> : null}
    </section>
  );
}

function Asked({ step: { id, ask } }: { readonly step: LessonStep }) {
  switch (ask?.kind) {
    case undefined:
      return null;
    case "drawing":
      return <PredictCurve step={id} ask={ask} />;
    case "sketches":
      return <PredictSketch step={id} ask={ask} />;
    case "question":
      return <AnswerQuestion step={id} ask={ask} />;
  }
}

/** Back and on are always there: what was not done may be done later, or not at all. */
function WayOn({ step }: { readonly step: LessonStep }) {
  const { place, go } = useLesson();
  const isDone = useNotebook(({ done }) => step.id in done);
  const isLast = place.step === place.lesson.steps.length - 1;
  return (
    <div className="step-ways">
      {place.step > 0 ? <Button onClick={() => go(place.step - 1)}>Back</Button> : null}
      {isLast ? null : (
        <Button kind={isDone ? "primary" : "plain"} onClick={() => go(place.step + 1)}>
          {isDone ? "Next" : "Skip ahead"}
        </Button>
      )}
      {isDone && !isLast ? <span className="step-hint">or Space</span> : null}
    </div>
  );
}
