import {
  holdsAt,
  inOrder,
  INTERVENTION_KINDS,
  LAST_STEP,
  LEAST_TIMES,
  MOST_INTERVENTIONS,
  MOST_ROOM,
  MOST_TIMES,
} from "./interventions.ts";
import type { Intervention } from "./interventions.ts";

/** The key under which a link says them. */
export const INTERVENTIONS_KEY = "do";

const EXAMPLES =
  "outlier@120x10, topic@200-260, shrink@300-340:16, freeze@400-450 or evaluate@500-550";
// A number of more digits is beyond every limit.
const FORM = /^([a-z]+)@(\d{1,6})(?:-(\d{1,6}))?(?:([x:])(\d{1,6}))?$/u;

/** As a link says them: `outlier@120x10,freeze@400-450`. */
export function printInterventions(list: readonly Intervention[]): string {
  return inOrder(list).map(printIntervention).join(",");
}

function printIntervention(one: Intervention): string {
  const steps = one.from === one.to ? `${one.from}` : `${one.from}-${one.to}`;
  switch (one.kind) {
    case "outlier":
      return `outlier@${steps}x${one.times}`;
    case "shrink":
      return `shrink@${steps}:${one.room}`;
    case "topic":
    case "freeze":
    case "evaluate":
      return `${one.kind}@${steps}`;
    default:
      return one satisfies never;
  }
}

/**
 * Reads what `printInterventions` writes. What cannot be read, or cannot be done here, is left out and said.
 * `hasThemes`: whether the data have topics or classes that a batch can keep to.
 */
export function readInterventions(
  text: string,
  hasThemes: boolean,
  ignored: string[],
): readonly Intervention[] {
  const list: Intervention[] = [];
  for (const word of text.split(",").filter((part) => part !== "")) {
    const read = readIntervention(word);
    const complaint = typeof read === "string" ? read : whyNot(read, list, hasThemes);
    if (complaint !== null) ignored.push(`${INTERVENTIONS_KEY}=${word} was ignored: ${complaint}.`);
    else if (typeof read !== "string") list.push(read);
  }
  return inOrder(list);
}

/** The intervention, or why there is none. */
function readIntervention(word: string): Intervention | string {
  const [, name, first, last, sign, size] = FORM.exec(word) ?? [];
  const kind = INTERVENTION_KINDS.find((known) => known === name);
  const [from, number] = [Number(first), Number(size)];
  const steps = { from, to: last === undefined ? from : Number(last) };
  if (kind === "outlier" && sign === "x" && last === undefined)
    return { kind, ...steps, times: number };
  if (kind === "shrink" && sign === ":") return { kind, ...steps, room: number };
  if (kind && kind !== "outlier" && kind !== "shrink" && sign === undefined)
    return { kind, ...steps };
  return `expected something like ${EXAMPLES}`;
}

function whyNot(
  one: Intervention,
  others: readonly Intervention[],
  hasThemes: boolean,
): string | null {
  if (one.from < 1 || one.to > LAST_STEP) return `steps are counted from 1 to ${LAST_STEP}`;
  if (one.to < one.from) return "it ends before it begins";
  if (one.kind === "outlier" && (one.times < LEAST_TIMES || one.times > MOST_TIMES))
    return `a batch is multiplied by ${LEAST_TIMES} to ${MOST_TIMES}`;
  if (one.kind === "shrink" && (one.room < 1 || one.room > MOST_ROOM))
    return `a batch has room for 1 to ${MOST_ROOM}`;
  if (one.kind === "topic" && !hasThemes) return "these data have no topics or classes to keep to";
  const met = others.find(
    (other) => other.kind === one.kind && (holdsAt(other, one.from) || holdsAt(one, other.from)),
  );
  if (met) return `it overlaps with ${printIntervention(met)}`;
  return others.length < MOST_INTERVENTIONS ? null : `there are at most ${MOST_INTERVENTIONS}`;
}
