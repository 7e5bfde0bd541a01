import { useState } from "react";
import { CurveDrawing } from "../../components/charts/curve-drawing.tsx";
import { completed, NOTHING_DRAWN } from "../../components/charts/drawn-curve.ts";
import type { DrawnCurve } from "../../components/charts/drawn-curve.ts";
import { Button } from "../../components/controls/button.tsx";
import type { DrawingAsk } from "./define-lesson.ts";
import { useLesson, useNotebook } from "./lesson-context.ts";

/** Empty axes, and what is expected drawn into them: kept until the run has been made. */
export function PredictCurve({ step, ask }: { readonly step: string; readonly ask: DrawingAsk }) {
  const { notebook } = useLesson();
  const answered = useNotebook(({ answers }) => answers[step]);
  const kept = answered?.kind === "drawing" ? answered.values : null;
  const [curve, draw] = useState<DrawnCurve>(kept ?? NOTHING_DRAWN);
  const hasBegun = curve.some(Number.isFinite);
  const keep = (): void =>
    notebook.getState().answer(step, { kind: "drawing", values: completed(curve) });
  return (
    <div className="ask">
      <CurveDrawing
        title={ask.question}
        xLabel="step"
        yLabel={ask.yLabel}
        xDomain={[0, ask.steps]}
        yDomain={ask.values}
        curve={kept ?? curve}
        onDraw={kept ? () => {} : draw}
      />
      {kept ? (
        <p className="ask-kept">Kept. It is held against the run in the next step.</p>
      ) : (
        <div className="ask-buttons">
          <Button
            onClick={keep}
            disabledReason={hasBegun ? undefined : "Draw what you expect first."}
          >
            Keep my prediction
          </Button>
          <Button
            kind="quiet"
            onClick={() => draw(NOTHING_DRAWN)}
            disabledReason={hasBegun ? undefined : "Nothing is drawn yet."}
          >
            Clear
          </Button>
        </div>
      )}
    </div>
  );
}
