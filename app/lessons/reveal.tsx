import { useMemo } from "react";
import { stepOf } from "../../components/charts/curve-drawing.tsx";
import { LineChart } from "../../components/charts/line-chart.tsx";
import type { LineSeries } from "../../components/charts/line-series.ts";
import { FormattedNumber } from "../../components/prose/number.tsx";
import { laneStyle } from "../../components/theme/lane-styles.ts";
import { chartLines } from "../panels/chart-lines.ts";
import { useLooks } from "../panels/use-looks.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { drawnAndMeasured, laterHalf } from "./ask-parts.ts";
import type { DrawingAsk, LessonStep, SketchesAsk } from "./define-lesson.ts";
import { useLesson, useNotebook, useRun } from "./lesson-context.ts";
import { findLine, valuesOf } from "./measured.ts";
import type { Run } from "./measured.ts";
import type { Answered } from "./notebook.ts";

/** What was expected, held against what the run gives. */
export function Reveal({ step, asked }: { readonly step: LessonStep; readonly asked: LessonStep }) {
  const answered = useNotebook(({ answers }) => answers[asked.id]);
  const { place, go } = useLesson();
  const { ask } = asked;
  if (!ask || ask.kind === "question") return null;
  if (!answered)
    return (
      <p className="ask-missing">
        You have not said what you expect.{" "}
        <button
          type="button"
          className="at-panel"
          onClick={() => go(place.lesson.steps.indexOf(asked))}
        >
          Go back and do so
        </button>
        , or just look.
      </p>
    );
  return ask.kind === "drawing" ? (
    <DrawnBesideMeasured ask={ask} answered={answered} in={step.id} />
  ) : (
    <ChosenBesideMeasured ask={ask} answered={answered} in={step.id} />
  );
}

interface RevealProps<Asked> {
  readonly ask: Asked;
  readonly answered: Answered;
  /** The step in which it is measured. */
  readonly in: string;
}

function ChosenBesideMeasured({ ask, answered, in: step }: RevealProps<SketchesAsk>) {
  const observed = useNotebook(({ done }) => done[step]);
  if (answered.kind !== "choice") return null;
  const chosen = ask.options.find(({ id }) => id === answered.option);
  if (!chosen) return null;
  const happened = ask.options.find(({ id }) => id === observed?.outcome);
  return (
    <div className="reveal">
      <p>
        You expected: “{chosen.label}” ({answered.confidence}).
      </p>
      <div aria-live="polite">
        {observed ? (
          <p>
            <b>{verdict(chosen.id, observed.outcome)}</b>{" "}
            {happened && happened !== chosen ? `It came out so: “${happened.label}” ` : null}
            {chosen.answer}
          </p>
        ) : null}
      </div>
    </div>
  );
}

function verdict(chosen: string, happened: string | null): string {
  if (happened === null) return "This run bears out none of these clearly; go by its chart.";
  return chosen === happened ? "So it is, in this run." : "Not in this run.";
}

function DrawnBesideMeasured({ ask, answered, in: step }: RevealProps<DrawingAsk>) {
  const observed = useNotebook(({ done }) => done[step]);
  const run = useRun();
  const version = run.table("steps").length;
  const series = useOverlay(ask, answered.kind === "drawing" ? answered.values : NOTHING, run);
  const crosshair = usePage((state) => state.crosshair);
  const { pointAt } = useActions();
  const both = drawnAndMeasured(ask, answered, run);
  const answer = ask.answers.find(({ id }) => id === observed?.outcome);
  const [expected, measured] = [laterHalf(both?.drawn ?? []), laterHalf(both?.measured ?? [])];
  return (
    <div className="reveal">
      <LineChart
        title="What you drew, and what the run gives"
        summary="Your prediction as a thick line, and the measured values as a thin one, at every step."
        xLabel="step"
        yLabel={ask.yLabel}
        scale="linear"
        series={series}
        version={version}
        xDomain={[0, ask.steps]}
        yDomain={domainOf(ask, run)}
        crosshair={crosshair}
        onCrosshair={pointAt}
        height={200}
        empty="Press Play."
      />
      <div aria-live="polite">
        {answer && expected !== null && measured !== null ? (
          <p>
            In the second half you drew about <FormattedNumber value={expected} />; the run gave{" "}
            <b>
              <FormattedNumber value={measured} />
            </b>
            . {answer.words}
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** The axes that were drawn into; higher where the run goes higher. */
function domainOf({ values: [low, high], line }: DrawingAsk, run: Run): readonly [number, number] {
  const top = valuesOf(run, line).reduce((most, value) => Math.max(most, value), high);
  return [low, top > high ? top * 1.05 : high];
}

/** What was expected is no lane, and has the ink of none. */
const NOTHING: readonly number[] = [];
const YOURS = { ...laneStyle("your own", 3), dash: [] };

function useOverlay(ask: DrawingAsk, drawn: readonly number[], run: Run): readonly LineSeries[] {
  const looks = useLooks();
  return useMemo(() => {
    const yours: LineSeries = {
      id: "yours",
      label: "you",
      style: YOURS,
      weight: "thick",
      steps: drawn.map((_, column) => stepOf(column, [0, ask.steps])),
      values: drawn,
      length: drawn.length,
    };
    const found = findLine(run, ask.line);
    if (!found) return [yours];
    const { lane, position, column, table } = found;
    return [
      yours,
      ...chartLines([{ lane, position, column, aside: null }], run.table(table), looks, "thin"),
    ];
  }, [ask, drawn, run, looks]);
}
