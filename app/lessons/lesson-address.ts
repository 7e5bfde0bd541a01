import type { Lesson } from "./define-lesson.ts";
import { setupOf } from "./define-lesson.ts";

/** Which lesson, and which of its steps, counted from 0. */
export interface Place {
  readonly lesson: Lesson;
  readonly step: number;
}

export interface LessonAddress {
  /** Null: the list of all. */
  readonly place: Place | null;
  readonly complaints: readonly string[];
}

/** `?lesson=shrink-the-batch&step=3`. Never throws: what there is not is said, and the nearest thing shown. */
export function readLessonAddress(search: string, lessons: readonly Lesson[]): LessonAddress {
  const words = new URLSearchParams(search);
  const id = words.get("lesson");
  if (id === null) return { place: null, complaints: [] };
  const lesson = lessons.find((candidate) => candidate.id === id);
  if (!lesson)
    return { place: null, complaints: [`lesson=${id.slice(0, 40)} was ignored: there is none.`] };
  const raw = words.get("step") ?? "1";
  const number = Number(raw);
  const isThere = Number.isInteger(number) && number >= 1 && number <= lesson.steps.length;
  return {
    place: { lesson, step: isThere ? number - 1 : 0 },
    complaints: isThere
      ? []
      : [`step=${raw.slice(0, 40)} was ignored: the steps are 1 to ${lesson.steps.length}.`],
  };
}

/** The address of a step, for a page at `search`: what a visitor put into it, such as `device`, stays in it. */
export function printLessonAddress(place: Place | null, search: string): string {
  const words = new URLSearchParams(search);
  words.delete("lesson");
  words.delete("step");
  const own = words.toString();
  const query = place === null ? "" : `lesson=${place.lesson.id}&step=${place.step + 1}`;
  const whole = [query, own].filter((part) => part !== "").join("&");
  return whole === "" ? "?" : `?${whole}`;
}

/** The query of a step’s experiment, with what a visitor put into the address in place of the lesson’s own. */
export function experimentQuery({ lesson, step }: Place, search: string): string {
  const words = new URLSearchParams(setupOf(lesson, step));
  for (const [key, value] of new URLSearchParams(search))
    if (key !== "lesson" && key !== "step") words.set(key, value);
  return words.toString();
}
