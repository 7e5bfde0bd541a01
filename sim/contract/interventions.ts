/** The first and the last step of something, counted from 1, both included. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Something that is done to a run while it goes on. What each means is in `sim/README.md`. */
export type Intervention = Stretch &
  (
    | {
        readonly kind: "outlier";
        /** k, by which the input of the batch is multiplied. */
        readonly times: number;
      }
    | {
        readonly kind: "shrink";
        /** Room for so many tokens or pictures, in the unit of the size of a batch. */
        readonly room: number;
      }
    | { readonly kind: "topic" | "freeze" | "evaluate" }
  );

export type InterventionKind = Intervention["kind"];

/** In the order in which they are offered, and told apart where they begin together. */
export const INTERVENTION_KINDS: readonly InterventionKind[] = [
  "outlier",
  "topic",
  "shrink",
  "freeze",
  "evaluate",
];

/** A link says them all. */
export const MOST_INTERVENTIONS = 16;
/** No run is longer. */
export const LAST_STEP = 20_000;
export const LEAST_TIMES = 2;
export const MOST_TIMES = 1000;
export const MOST_ROOM = 2048;

/** What is done to one step. */
export interface ByHand {
  /** What the input is multiplied by; 1 where it is left alone. */
  readonly times: number;
  /** The step at which keeping to one topic began; null where batches are as they come. */
  readonly theme: number | null;
  readonly room: number | null;
  readonly freezes: boolean;
  readonly evaluates: boolean;
}

const NOTHING: ByHand = { times: 1, theme: null, room: null, freezes: false, evaluates: false };

export function byHandAt(interventions: readonly Intervention[], step: number): ByHand {
  return interventions.filter((one) => holdsAt(one, step)).reduce(withHold, NOTHING);
}

export function holdsAt({ from, to }: Stretch, step: number): boolean {
  return from <= step && step <= to;
}

function withHold(all: ByHand, one: Intervention): ByHand {
  switch (one.kind) {
    case "outlier":
      return { ...all, times: one.times };
    case "shrink":
      return { ...all, room: one.room };
    case "topic":
      return { ...all, theme: one.from };
    case "freeze":
      return { ...all, freezes: true };
    case "evaluate":
      return { ...all, evaluates: true };
    default:
      return one satisfies never;
  }
}

/**
 * With one more, as long as `wanted`. It begins at the first step after `after` that none of its kind holds, and ends before
 * the next of its kind begins. The same list where there is no room for it.
 */
export function withIntervention(
  list: readonly Intervention[],
  wanted: Intervention,
  after: number,
): readonly Intervention[] {
  const alike = inOrder(list.filter(({ kind }) => kind === wanted.kind));
  const from = alike.reduce((step, one) => (holdsAt(one, step) ? one.to + 1 : step), after + 1);
  const next = alike.find((one) => one.from > from)?.from ?? LAST_STEP + 1;
  const to = Math.min(from + wanted.to - wanted.from, next - 1);
  if (to < from || list.length >= MOST_INTERVENTIONS) return list;
  return inOrder([...list, { ...wanted, from, to }]);
}

/** Without any more of it after the step `after`; gone where it has not begun. */
export function withoutMore(
  list: readonly Intervention[],
  which: Intervention,
  after: number,
): readonly Intervention[] {
  return list.flatMap((one) => {
    if (one.kind !== which.kind || one.from !== which.from) return [one];
    return one.from > after ? [] : [{ ...one, to: Math.min(one.to, after) }];
  });
}

/** By their first step; those that begin together in the order of their kinds. */
export function inOrder(list: readonly Intervention[]): readonly Intervention[] {
  const place = ({ kind }: Intervention): number => INTERVENTION_KINDS.indexOf(kind);
  return [...list].sort((a, b) => a.from - b.from || place(a) - place(b));
}
