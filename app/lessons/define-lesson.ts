import type { ReactNode } from "react";
import type { LineOf, Run } from "./measured.ts";

/** What may be shown beside the words, in this order: a stack of norms, and panels of the laboratory. */
export const LESSON_PANELS = [
  "stack",
  "distance",
  "loss",
  "score",
  "gap",
  "method",
  "figure",
] as const;
export type PanelName = (typeof LESSON_PANELS)[number];

/** Which controls a step hands out. `batch`, `rate` and `lanes` are those of the laboratory; `try` is what can be done while it runs. */
export type ControlName =
  | "play"
  | "step"
  | "back"
  | "reset"
  | "speed"
  | "lanes"
  | "batch"
  | "rate"
  | "view"
  | "try"
  | `setting:${string}`;

/** Something that a learner has to do, and how it is seen that it was done. */
export interface Deed {
  /** What to do, in the second person. */
  readonly sentence: string;
  readonly isDone: (run: Run) => boolean;
}

/** A number for the answer sheet, read when the step's deed is done. */
export interface Note {
  readonly label: string;
  readonly unit?: string;
  /** Null where there is nothing to measure: a lane that diverged, a run that was not made. */
  readonly read: (run: Run) => number | null;
}

/** Something to say to a drawing, once it has been measured. The first whose `fits` is true is said. */
export interface DrawingAnswer {
  readonly id: string;
  readonly fits: (both: Drawn, run: Run) => boolean;
  readonly words: ReactNode;
}

/** What a learner drew, column by column, and what the run has measured in the same columns. */
export interface Drawn {
  readonly drawn: readonly number[];
  /** NaN where nothing has been measured. */
  readonly measured: readonly number[];
}

/** The curve that is expected, drawn before the run. */
export interface DrawingAsk {
  readonly kind: "drawing";
  readonly question: string;
  /** The line it is about. */
  readonly line: LineOf;
  /** The axes: steps from 0, values from 0 or from the first of two. */
  readonly steps: number;
  readonly values: readonly [number, number];
  readonly yLabel: string;
  readonly answers: readonly DrawingAnswer[];
}

export interface SketchOption {
  readonly id: string;
  readonly label: string;
  /** Heights from 0 to 1, left to right; one line, or two where two are compared. */
  readonly sketch?: readonly (readonly number[])[];
  /** Whether the run came out like this, by its own numbers. */
  readonly holds: (run: Run) => boolean;
  /** Said to who chose it, once the run has been made: what is true in it, and which chart shows it. */
  readonly answer: ReactNode;
}

/** One of several sketches or sentences, and how sure one is, before the run decides. */
export interface SketchesAsk {
  readonly kind: "sketches";
  readonly question: string;
  readonly options: readonly SketchOption[];
}

export interface QuestionOption {
  readonly id: string;
  readonly label: string;
  readonly isRight: boolean;
  readonly answer: ReactNode;
}

/** A question about what was seen; answered at once. Its wrong options are what people do believe. */
export interface QuestionAsk {
  readonly kind: "question";
  readonly question: string;
  readonly options: readonly QuestionOption[];
}

export type Ask = DrawingAsk | SketchesAsk | QuestionAsk;

export interface LessonStep {
  /** Unique in the lesson; its place in the order is its number in the address. */
  readonly id: string;
  readonly heading: string;
  readonly words: ReactNode;
  /** The query of the experiment, as the address has it. Without one, that of the step before goes on. */
  readonly setup?: string;
  readonly panels: readonly PanelName[];
  readonly controls: readonly ControlName[];
  /** Asked in this step; the step is done when it is answered. */
  readonly ask?: Ask;
  /** The step whose prediction is held against the run here. */
  readonly reveals?: string;
  /** What there is to do. A step that asks needs none. */
  readonly deed?: Deed;
  readonly notes?: readonly Note[];
}

export interface Lesson {
  readonly id: string;
  /** A question. */
  readonly title: string;
  readonly minutes: number;
  readonly objectives: readonly string[];
  readonly steps: readonly LessonStep[];
}

/** A lesson as it is written; throws where its steps do not fit together. */
export function defineLesson(lesson: Lesson): Lesson {
  const ids = lesson.steps.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new Error(`${lesson.id}: two steps have one id`);
  if (lesson.steps[0]?.setup === undefined)
    throw new Error(`${lesson.id}: the first step needs a setup`);
  lesson.steps.forEach(({ id, ask, deed, reveals }, place) => {
    if (!ask && !deed) throw new Error(`${lesson.id}: there is nothing to do in “${id}”`);
    if (reveals === undefined) return;
    const asked = lesson.steps.findIndex((step) => step.id === reveals);
    if (asked < 0 || asked >= place || lesson.steps[asked]?.ask?.kind === "question")
      throw new Error(
        `${lesson.id}: “${id}” reveals “${reveals}”, which predicts nothing before it`,
      );
  });
  return lesson;
}

/** The step whose experiment holds in a step: its own, or the nearest before it. */
export function originOf({ steps }: Lesson, place: number): number {
  return steps.slice(0, place + 1).findLastIndex(({ setup }) => setup !== undefined);
}

/** The query of the experiment that holds in a step. */
export function setupOf(lesson: Lesson, place: number): string {
  return lesson.steps[originOf(lesson, place)]?.setup ?? "";
}
