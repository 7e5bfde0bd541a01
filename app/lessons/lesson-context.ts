import { createContext, use, useMemo } from "react";
import { useStore } from "zustand";
import { usePainted, useReadout, useSession } from "../session-context.ts";
import type { Session } from "../session/session.ts";
import type { State } from "../store/store.ts";
import type { PanelName } from "./define-lesson.ts";
import type { Place } from "./lesson-address.ts";
import type { Run } from "./measured.ts";
import type { Notebook, NotebookStore } from "./notebook.ts";

/** What every part of a lesson's page knows. */
export interface LessonWorld {
  readonly place: Place;
  readonly notebook: NotebookStore;
  /** The panel that a sentence points at; another object each time it does. */
  readonly pointed: { readonly panel: PanelName } | null;
  readonly pointTo: (panel: PanelName) => void;
  /** To another step, counted from 0. */
  readonly go: (step: number) => void;
}

export const LessonContext = createContext<LessonWorld | null>(null);

export function useLesson(): LessonWorld {
  const world = use(LessonContext);
  if (!world) throw new Error("LessonContext is missing above this component");
  return world;
}

export function useNotebook<Piece>(select: (notebook: Notebook) => Piece): Piece {
  return useStore(useLesson().notebook, select);
}

const whole = (state: State): State => state;

/** The run as words may speak of it: another object at most five times a second, and what it gives is always the newest. */
export function useRun(): Run {
  const state = useReadout(whole);
  const painted = usePainted();
  const session = useSession();
  const { notebook } = useLesson();
  const stack = useNotebook((kept) => kept.stack);
  return useMemo(
    () => newestOf(session, notebook, { state, painted, stack }),
    [session, notebook, state, painted, stack],
  );
}

/** `_heard` is what brought the news: with another of it comes another object. */
function newestOf({ store, series }: Session, notebook: NotebookStore, _heard: object): Run {
  return {
    get state() {
      return store.getState();
    },
    get stack() {
      return notebook.getState().stack;
    },
    table: (name) => series.table(name),
    noted: (step, label) =>
      notebook.getState().done[step]?.notes.find((note) => note.label === label)?.value ?? null,
  };
}
