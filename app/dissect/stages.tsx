import { useMemo } from "react";
import type { ReactNode } from "react";
import { Button } from "../../components/controls/button.tsx";
import { Tabs } from "../../components/frame/tabs.tsx";
import { EquationLine } from "../../components/prose/equation.tsx";
import { STAGES } from "../../sim/contract/dissection.ts";
import type { StageId } from "../../sim/contract/dissection.ts";
import type { Look } from "../../sim/dissection/look.ts";
import { stageOf } from "../../sim/dissection/walk.ts";
import type { Stage } from "../../sim/dissection/walk.ts";
import { useActions, usePage } from "../store/hooks.ts";
import type { Subject } from "./dissection-desk.ts";
import { PlottedHere } from "./plotted-here.tsx";
import { StagePicture } from "./stage-picture.tsx";
import { useSlowMotion } from "./use-slow-motion.ts";

interface StagesProps {
  readonly look: Look;
  /** The method's name. */
  readonly label: string;
  readonly subject: Subject;
  readonly colour: `--lane-${string}`;
}

const NAMES: Readonly<Record<StageId, string>> = {
  batch: "Batch",
  statistics: "µ, σ² and ψ²",
  distance: "Distance",
  normalise: "Normalise",
  scale: "γ and β",
  remember: "Remember",
  backward: "Backward",
};
const TABS = STAGES.map((id, place) => ({ id, label: `${place + 1} ${NAMES[id]}` }));

/** The way through the layer and back, a stage at a time: by button, by arrow key, or by itself and slowly. */
export function Stages(props: StagesProps) {
  const stage = usePage((page) => page.stage);
  const { setView } = useActions();
  const place = STAGES.indexOf(stage);
  const go = (to: number): void => {
    const next = STAGES[to];
    if (next) setView({ stage: next });
  };
  const motion = useSlowMotion(place, STAGES.length, go);
  return (
    <>
      <div className="dissect-way">
        <Button
          onClick={() => go(place - 1)}
          disabledReason={place > 0 ? undefined : "This is where it begins."}
        >
          Previous
        </Button>
        <Button
          onClick={() => go(place + 1)}
          disabledReason={place < STAGES.length - 1 ? undefined : "This is where it ends."}
        >
          Next
        </Button>
        <Button
          kind="quiet"
          onClick={motion.toggle}
          isPressed={motion.isGoing}
          disabledReason={motion.reason}
        >
          Slow motion
        </Button>
      </div>
      <Tabs
        label="Stages"
        tabs={TABS}
        chosen={stage}
        onChoose={(id) => {
          motion.stop();
          setView({ stage: id });
        }}
      >
        <StageBody {...props} stage={stage} />
      </Tabs>
    </>
  );
}

function StageBody({
  look,
  label,
  subject,
  colour,
  stage,
}: StagesProps & { readonly stage: StageId }) {
  const { sentence, equations, note } = useMemo(
    () => stageOf(stage, look, label),
    [stage, look, label],
  );
  return (
    <div className="dissect-body">
      <p className="dissect-sentence">{sentence}</p>
      <div className="dissect-stage">
        {equations.length > 0 ? (
          <Formulas equations={equations} note={note}>
            {stage === "distance" ? <PlottedHere look={look} subject={subject} /> : null}
          </Formulas>
        ) : null}
        <div className="dissect-picture">
          <StagePicture look={look} stage={stage} equations={equations} colour={colour} />
        </div>
      </div>
    </div>
  );
}

interface FormulasProps extends Pick<Stage, "equations" | "note"> {
  readonly children: ReactNode;
}

function Formulas({ equations, note, children }: FormulasProps) {
  return (
    // A long formula scrolls on a narrow page, and what scrolls must be reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="dissect-equations" aria-label="Formulas" tabIndex={0}>
      {equations.map((equation) => (
        <EquationLine key={equation.words} equation={equation} />
      ))}
      {note === undefined ? null : <p className="dissect-note">{note}</p>}
      {children}
    </section>
  );
}
