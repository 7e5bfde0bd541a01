import type { ReactNode } from "react";
import { Button } from "../../components/controls/button.tsx";
import { useSession } from "../session-context.ts";
import { usePage } from "../store/hooks.ts";
import type { Phase } from "../store/run-slice.ts";
import type { State } from "../store/store.ts";
import { Part } from "./part.tsx";
import { SpeedChoice } from "./speed-choice.tsx";
import { StepReadout } from "./step-readout.tsx";
import "./transport.css";

/** How far one goes back at once: as many steps as a blow-up takes to build up, and a few seconds of training. */
export const STEPS_BACK = 50;

/** Play, step, reset, and how far it has come. */
export function Transport({ children }: { readonly children?: ReactNode }) {
  const session = useSession();
  const phase = usePage((state) => state.phase);
  return (
    <section className="transport" aria-label="Playing">
      <Part name="play">
        <PlayButton />
      </Part>
      <Part name="step">
        <Button onClick={session.step} disabledReason={whyNoStep(phase)}>
          Step
        </Button>
      </Part>
      <Part name="reset">
        <Button
          onClick={session.reset}
          disabledReason={phase === "idle" ? "Nothing has been trained yet." : undefined}
        >
          Reset
        </Button>
      </Part>
      <Part name="back">
        <BackButton />
      </Part>
      <Part name="speed">
        <SpeedChoice />
      </Part>
      <StepReadout />
      {children}
    </section>
  );
}

function PlayButton() {
  const { play, pause } = useSession();
  const isPlaying = usePage((state) => state.wantsToPlay);
  const hasFailed = usePage((state) => state.phase === "failed");
  const wasReleased = usePage((state) => state.phase === "released");
  return (
    <div className="transport-play">
      <Button
        kind="primary"
        onClick={isPlaying ? pause : play}
        disabledReason={hasFailed ? "The run failed; see below for a way on." : undefined}
      >
        <span aria-hidden="true">{isPlaying ? "❚❚" : "▶"}</span>{" "}
        {isPlaying ? "Pause" : wasReleased ? "Resume" : "Play"}
      </Button>
    </div>
  );
}

/** Back to where the run was, to look at something again, or to try it with another setting. */
function BackButton() {
  const { store, rewind } = useSession();
  const reason = usePage(whyNoWayBack);
  const goBack = (): void => {
    const { step, wantsToPlay } = store.getState();
    rewind(step - STEPS_BACK, wantsToPlay ? "play" : "rest");
  };
  return (
    <Button onClick={goBack} disabledReason={reason}>
      Back {STEPS_BACK} steps
    </Button>
  );
}

function whyNoWayBack({ phase, step }: State): string | undefined {
  const canMove = phase === "running" || phase === "paused" || phase === "finished";
  if (!canMove && phase !== "ready") return whyNoStep(phase);
  if (canMove && step >= STEPS_BACK) return undefined;
  return `Fewer than ${STEPS_BACK} steps have been taken; Reset goes back to the start.`;
}

function whyNoStep(phase: Phase): string | undefined {
  switch (phase) {
    case "idle":
      return "Play builds the networks first.";
    case "opening":
      return "The networks are being built.";
    case "released":
      return "The run has given its device back; Resume goes on.";
    case "finished":
      return "The run is over; Reset begins it again.";
    case "failed":
      return "The run failed; see below for a way on.";
    case "rewinding":
      return "The run is going back.";
    case "ready":
    case "running":
    case "paused":
      return undefined;
    default:
      return phase satisfies never;
  }
}
