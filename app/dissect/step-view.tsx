import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "../../components/controls/button.tsx";
import { Choice } from "../../components/controls/choice.tsx";
import { Notice } from "../../components/frame/notice.tsx";
import { Progress } from "../../components/frame/progress.tsx";
import { formatInteger } from "../../components/prose/format.ts";
import { siteOf } from "../panels/sites.ts";
import { useLooks } from "../panels/use-looks.ts";
import { useReadout, useSession } from "../session-context.ts";
import { dissectingPort } from "../session/dissecting-port.ts";
import { useActions, usePage } from "../store/hooks.ts";
import { DissectionDesk } from "./dissection-desk.ts";
import type { DeskState, Subject } from "./dissection-desk.ts";
import { orderOf } from "./order-of.ts";
import { Walk } from "./walk.tsx";
import "./dissect.css";

/** One step, taken apart: frozen, computed once more beside the run, and walked through stage by stage. */
export function StepView() {
  const [desk] = useState(() => new DissectionDesk(dissectingPort));
  useEffect(() => () => desk.end(), [desk]);
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  const aim = useAim();
  useFollow(desk, state, aim);
  return (
    <>
      <Controls desk={desk} state={state} aim={aim} />
      <Standing state={state} aim={aim} />
      {state.phase === "open" ? <Walk state={state} /> : null}
    </>
  );
}

/** What would be taken apart: the chosen lane at the layer of the large charts. Null while there is no such place. */
type Aim = Omit<Subject, "step"> | null;

function useAim(): Aim {
  const lanes = usePage((page) => page.lanes);
  const site = usePage((page) => page.site);
  const dissected = usePage((page) => page.dissected);
  const lane = lanes.find(({ id }) => id === dissected) ?? lanes[0];
  const place = lane && siteOf(lane, site, lanes);
  return place ? { lanes, lane: lane.id, site: place.id } : null;
}

/** Another lane or layer is taken apart at the same step; of another run there is nothing to show. */
function useFollow(desk: DissectionDesk, state: DeskState, aim: Aim): void {
  const session = useSession();
  const subject = state.phase === "idle" ? null : state.subject;
  const { lanes, lane, site } = aim ?? { lanes: null, lane: "", site: "" };
  const isRewound = useReadout(({ step }) => subject !== null && step < subject.step);
  useEffect(() => {
    if (!subject) return;
    if (subject.lanes !== lanes || isRewound) desk.close();
    else if (subject.lane !== lane || subject.site !== site) {
      const next = { lanes, lane, site, step: subject.step };
      desk.start(next, orderOf(next, session));
    }
  }, [desk, session, subject, lanes, lane, site, isRewound]);
}

interface DeskProps {
  readonly desk: DissectionDesk;
  readonly state: DeskState;
}

function Controls({ desk, state, aim }: DeskProps & { readonly aim: Aim }) {
  const session = useSession();
  const looks = useLooks();
  const lanes = usePage((page) => page.lanes);
  const step = usePointedStep();
  const { setView } = useActions();
  const freeze = (): void => {
    if (!aim) return;
    session.pause();
    const subject = { ...aim, step };
    desk.start(subject, orderOf(subject, session));
  };
  return (
    <div className="view-pickers dissect-controls">
      <Button
        onClick={freeze}
        disabledReason={
          aim && step > 0 ? undefined : "There is no step yet: press Play or Step first."
        }
      >
        {step > 0 ? `Freeze step ${formatInteger(step)}` : "Freeze a step"}
      </Button>
      <Choice
        id="dissect-lane"
        label="Of"
        options={lanes.map(({ id }, place) => ({ value: id, label: looks[place]?.label ?? id }))}
        value={aim?.lane ?? ""}
        onChange={(dissected) => setView({ dissected })}
      />
      {state.phase === "idle" ? null : (
        <Button kind="quiet" onClick={desk.close}>
          {state.phase === "working" ? "Cancel" : "Let go"}
        </Button>
      )}
    </div>
  );
}

/**
 * The step under the crosshair; or that which was pointed at last, for as long as no other has been taken: the pointer must
 * leave the chart to press the button. Otherwise the newest.
 */
function usePointedStep(): number {
  const crosshair = usePage((page) => page.crosshair);
  const newest = useReadout(({ step }) => step);
  const [last, keep] = useState({ step: 0, newest: 0 });
  if (crosshair !== null && (crosshair !== last.step || newest !== last.newest))
    keep({ step: crosshair, newest });
  const pointed = crosshair ?? (last.newest === newest ? last.step : newest);
  return Math.min(pointed, newest);
}

/** Where it stands, in words. */
function Standing({ state, aim }: { readonly state: DeskState; readonly aim: Aim }) {
  switch (state.phase) {
    case "idle":
      return (
        <p className="closer-words">
          Freeze a step to take it apart: the run pauses, and a worker beside it takes that step of
          one network once more{aim ? `, at ${aim.site}, the layer chosen above` : ""}. It is the
          newest step, or the one that you pointed at last in a chart.
        </p>
      );
    case "working":
      return <Progress doing={state.doing} done={state.done} of={state.of} />;
    case "refused":
      return <Notice kind="alert">{state.sentence}</Notice>;
    case "open":
      return null;
  }
}
