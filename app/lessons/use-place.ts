import { useCallback, useEffect, useRef, useState } from "react";
import { useSession } from "../session-context.ts";
import { lessons } from "./all-lessons.ts";
import { enterStep } from "./enter-step.ts";
import { printLessonAddress, readLessonAddress } from "./lesson-address.ts";
import type { Place } from "./lesson-address.ts";

/** Where in the lesson one is. Every step is a page for Back to return from, and its address a link to it. */
export function usePlace(first: Place): readonly [Place, (step: number) => void] {
  const session = useSession();
  const [place, setPlace] = useState(first);
  const current = useRef(first);
  const enter = useCallback(
    (there: Place): void => {
      // The run first: words that follow must not judge by the one that is left.
      enterStep(session, there, current.current, location.search);
      current.current = there;
      setPlace(there);
    },
    [session],
  );
  useEffect(() => {
    const arrive = (): void => {
      const { place: there } = readLessonAddress(location.search, lessons);
      if (there?.lesson === first.lesson) enter(there);
      else location.reload();
    };
    window.addEventListener("popstate", arrive);
    return () => window.removeEventListener("popstate", arrive);
  }, [first, enter]);
  const go = useCallback(
    (step: number): void => {
      const there = { lesson: first.lesson, step };
      history.pushState(null, "", printLessonAddress(there, location.search));
      enter(there);
    },
    [first, enter],
  );
  return [place, go];
}
