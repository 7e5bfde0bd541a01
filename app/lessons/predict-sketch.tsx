import { useState } from "react";
import { Button } from "../../components/controls/button.tsx";
import { PickOne } from "../../components/controls/pick-one.tsx";
import { Sketch } from "../../components/prose/sketch.tsx";
import type { SketchesAsk } from "./define-lesson.ts";
import { useLesson, useNotebook } from "./lesson-context.ts";
import { CONFIDENCES } from "./notebook.ts";
import type { Confidence } from "./notebook.ts";

/** What is expected, and how surely: kept until the run has been made. */
export function PredictSketch({ step, ask }: { readonly step: string; readonly ask: SketchesAsk }) {
  const { notebook } = useLesson();
  const answered = useNotebook(({ answers }) => answers[step]);
  const kept = answered?.kind === "choice" ? answered : null;
  const [picked, pick] = useState<string | null>(kept?.option ?? null);
  const [confidence, setConfidence] = useState<Confidence | null>(kept?.confidence ?? null);
  const keep = (): void => {
    if (picked === null || confidence === null) return;
    notebook.getState().answer(step, { kind: "choice", option: picked, confidence });
  };
  return (
    <div className="ask">
      <PickOne
        legend={ask.question}
        options={ask.options.map(({ id, label, sketch }) => ({
          value: id,
          label,
          picture: sketch ? <Sketch lines={sketch} /> : undefined,
        }))}
        value={picked}
        onPick={pick}
        isSettled={kept !== null}
      />
      <PickOne
        legend="How sure are you?"
        isRow
        options={CONFIDENCES.map((word) => ({ value: word, label: word }))}
        value={confidence}
        onPick={(word) => setConfidence(CONFIDENCES.find((known) => known === word) ?? null)}
        isSettled={kept !== null}
      />
      {kept ? (
        <p className="ask-kept">Kept. It is held against the run in the next step.</p>
      ) : (
        <Button onClick={keep} disabledReason={whyNot(picked, confidence)}>
          Keep my prediction
        </Button>
      )}
    </div>
  );
}

function whyNot(picked: string | null, confidence: Confidence | null): string | undefined {
  if (picked === null) return "Choose what you expect first.";
  return confidence === null ? "Say how sure you are first." : undefined;
}
