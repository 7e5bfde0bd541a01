import { useEffect } from "react";
import { useSession } from "../session-context.ts";

/** What has a use of its own for Space, or may contain what has. */
export const CONTROLS_THAT_TAKE_SPACE =
  "a, button, input, select, textarea, summary, [contenteditable], dialog, [role='slider']";

/** Space plays and pauses, unless it is meant for a control. */
export function useSpaceKey(): void {
  const session = useSession();
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== " " || event.repeat || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (event.target instanceof Element && event.target.closest(CONTROLS_THAT_TAKE_SPACE)) return;
      event.preventDefault();
      const { wantsToPlay, phase } = session.store.getState();
      if (wantsToPlay) session.pause();
      else if (phase !== "failed") session.play();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [session]);
}
