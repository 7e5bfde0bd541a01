import { worth } from "../contract/equation.ts";
import type { Equation, Name } from "../contract/equation.ts";
import { STAGES } from "../contract/dissection.ts";
import type { Look } from "./look.ts";
import { channelsTable, positionsTable, rowNumber } from "./number-tables.ts";
import type { NumberTable } from "./number-tables.ts";
import { stageOf } from "./walk.ts";

/** Nine digits are enough for any float32 to be read back exactly. */
const DIGITS = 9;

/** Everything that a walk shows, as lines of tab-separated text: settings, formulas’ results, and both tables whole. */
export function walkAsText(look: Look, label: string): string {
  const { dissection, channel, channels, rows, positions } = look;
  const { site, step, device, clock, heads } = dissection;
  const settings: readonly (readonly [string, string | number])[] = [
    ["method", label],
    ["layer", site],
    ["step", step],
    ["device", device],
    ["channel", channel + 1],
    ["row", rowNumber(look)],
    ["N", rows.length],
    ["P", positions],
    ["d", channels],
    ["heads", heads],
    ["α", clock.alpha],
    ["ε", 1e-5],
    ["warm-up", clock.warmUp],
  ];
  const stages = STAGES.flatMap((id) =>
    stageOf(id, look, label).equations.map((equation) => [id, ...resultOf(equation)]),
  );
  return [
    ...settings.map((pair) => pair.join("\t")),
    "",
    ["stage", "name", "by hand", "network", "what it is"].join("\t"),
    ...stages.map((cells) => cells.join("\t")),
    "",
    ...linesOf(positionsTable(look)),
    "",
    ...linesOf(channelsTable(look)),
    "",
  ].join("\n");
}

function resultOf({ name, from, network, words }: Equation): readonly string[] {
  return [nameText(name), written(worth(from)), network === null ? "" : written(network), words];
}

/** A name in one line: x̂_i, σ_B². */
function nameText({ letter, hat, below, above }: Name): string {
  const raised = above === "2" ? "²" : (above ?? "");
  return `${letter}${hat ? "\u0302" : ""}${below === undefined || below === "" ? "" : `_${below}`}${raised}`;
}

function linesOf({ title, of, head, count, row }: NumberTable): readonly string[] {
  return [
    title,
    [of, ...head].join("\t"),
    ...Array.from({ length: count }, (_, one) => {
      const { label, values } = row(one);
      return [`${one + 1} ${label}`.trim(), ...values.map(written)].join("\t");
    }),
  ];
}

function written(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}
