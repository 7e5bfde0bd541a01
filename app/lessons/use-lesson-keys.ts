import { useEffect } from "react";
import { CONTROLS_THAT_TAKE_SPACE } from "../panels/use-space-key.ts";
import { useSession } from "../session-context.ts";
import type { LessonStep } from "./define-lesson.ts";
import type { LessonWorld } from "./lesson-context.ts";

/** Space does what comes next: it plays, and pauses, and when the step is done it goes on. */
export function useLessonKeys({ place, notebook, go }: LessonWorld, step: LessonStep): void {
  const session = useSession();
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== " " || event.repeat || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (event.target instanceof Element && event.target.closest(CONTROLS_THAT_TAKE_SPACE)) return;
      event.preventDefault();
      const { wantsToPlay, phase } = session.store.getState();
      const isDone = step.id in notebook.getState().done;
      const hasNext = place.step < place.lesson.steps.length - 1;
      if (wantsToPlay) session.pause();
      else if (isDone && hasNext) go(place.step + 1);
      else if (!isDone && step.controls.includes("play") && phase !== "failed") session.play();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [session, place, notebook, go, step]);
}
