import { isValidElement } from "react";
import type { ReactNode } from "react";
import type { LessonStep, PanelName } from "./define-lesson.ts";
import { At, LabLink, Turn } from "./words.tsx";

/** All elements in some words, the outermost first. */
function elementsIn(words: ReactNode): { readonly type: unknown; readonly props: Props }[] {
  if (Array.isArray(words)) return words.flatMap((part: ReactNode) => elementsIn(part));
  if (!isValidElement<Props>(words)) return [];
  return [{ type: words.type, props: words.props }, ...elementsIn(words.props.children)];
}

interface Props {
  readonly children?: ReactNode;
  readonly query?: string;
  readonly setting?: string;
  readonly panel?: PanelName;
}

/** What is said when a step’s ask has been answered, or measured. */
export function answersOf({ ask }: LessonStep): ReactNode[] {
  switch (ask?.kind) {
    case undefined:
      return [];
    case "drawing":
      return ask.answers.map((answer) => answer.words);
    case "sketches":
    case "question":
      return ask.options.map(({ answer }) => answer);
  }
}

/** Whatever a step says. */
function wordsOf(step: LessonStep): ReactNode[] {
  return [step.words, ...answersOf(step)];
}

/** The panels that some words point at. */
export function pointsIn(words: readonly ReactNode[]): PanelName[] {
  return words
    .flatMap(elementsIn)
    .flatMap(({ type, props }) => (type === At && props.panel ? [props.panel] : []));
}

/** The queries of the links into the laboratory. */
export function linksIn(step: LessonStep): string[] {
  return wordsOf(step)
    .flatMap(elementsIn)
    .flatMap(({ type, props }) =>
      type === LabLink && props.query !== undefined ? [props.query] : [],
    );
}

/** The settings that can be dragged in the words. */
export function turnsIn(step: LessonStep): string[] {
  return wordsOf(step)
    .flatMap(elementsIn)
    .flatMap(({ type, props }) => (type === Turn && props.setting ? [props.setting] : []));
}
