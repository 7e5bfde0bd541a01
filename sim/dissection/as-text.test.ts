import { resolve, sep } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { prepareDevices } from "../tensor/device.ts";
import { dissected } from "../worker/dissected.fixture.ts";
import type { Wanted } from "../worker/dissected.fixture.ts";
import { walkAsText } from "./as-text.ts";
import { lookAt } from "./look.ts";

beforeAll(() => {
  prepareDevices(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}${sep}`);
});

/** What a learner who has only the copied text reads from it. */
class Sheet {
  readonly #blocks: readonly (readonly string[])[];

  constructor(text: string) {
    this.#blocks = text.split("\n\n").map((block) => block.trim().split("\n"));
  }

  setting(name: string): number {
    const line = this.#blocks[0]?.find((one) => one.startsWith(`${name}\t`));
    return Number(line?.split("\t")[1]);
  }

  /** What the text says a stage gives: by hand, and by the network. */
  result(stage: string, name: string): { hand: number; network: number } {
    const cells = this.#blocks[1]
      ?.map((line) => line.split("\t"))
      .find(([where, what]) => where === stage && what === name);
    if (!cells) throw new Error(`the text has no ${name} at ${stage}`);
    return { hand: Number(cells[2]), network: Number(cells[3]) };
  }

  /** A column of the rows (padding left out, unless asked for) or of the channels. */
  column(table: "rows" | "channels", head: string, padding = false): number[] {
    const [, heads = "", ...lines] = this.#blocks[table === "rows" ? 2 : 3] ?? [];
    const at = heads.split("\t").indexOf(head);
    if (at < 0) throw new Error(`no column ${head} among ${heads}`);
    return lines
      .filter((line) => padding || !line.includes("padding"))
      .map((line) => Number(line.split("\t")[at]));
  }

  get row(): number {
    return this.setting("row") - 1;
  }

  get channel(): number {
    return this.setting("channel") - 1;
  }

  /** One number of the followed channel. */
  of(head: string): number {
    return this.column("channels", head)[this.channel] ?? Number.NaN;
  }
}

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const averageOf = (count: number, value: (i: number) => number): number =>
  average(Array.from({ length: count }, (_, i) => value(i)));
const pick = (values: readonly number[], at: number): number => values[at] ?? Number.NaN;
const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** x̂ of every row, ∂L/∂x of the followed one, and what the layer itself remembers then: by a method's own rule. */
interface ByHand {
  readonly normalised: number;
  readonly gradient: number;
  readonly remembered: Readonly<Record<string, number>>;
}

type Rule = (sheet: Sheet) => ByHand;

const kept = (sheet: Sheet, old: number, fresh: number): number =>
  sheet.setting("α") * old + (1 - sheet.setting("α")) * fresh;

const batchNorm: Rule = (sheet) => {
  const [x, g] = [sheet.column("rows", "x"), sheet.column("rows", "g")];
  const mean = average(x);
  const variance = average(x.map((value) => (value - mean) ** 2));
  const root = Math.sqrt(variance + 1e-5);
  const hat = x.map((value) => (value - mean) / root);
  const bare = g.map((value) => value * sheet.of("γ"));
  const slope = averageOf(x.length, (i) => pick(bare, i) * pick(hat, i));
  const i = sheet.row;
  const unbiased = (variance * x.length) / (x.length - 1);
  return {
    normalised: pick(hat, i),
    gradient: (pick(bare, i) - average(bare) - pick(hat, i) * slope) / root,
    remembered: {
      "own µ": kept(sheet, sheet.of("own µ"), mean),
      "own σ²": kept(sheet, sheet.of("own σ²"), unbiased),
    },
  };
};

const powerNormV: Rule = (sheet) => {
  const [x, g] = [sheet.column("rows", "x"), sheet.column("rows", "g")];
  const quadratic = average(x.map((value) => value ** 2));
  const root = Math.sqrt(quadratic + 1e-5);
  const bare = g.map((value) => value * sheet.of("γ"));
  const slope = averageOf(x.length, (i) => (pick(bare, i) * pick(x, i)) / root);
  const i = sheet.row;
  return {
    normalised: pick(x, i) / root,
    gradient: (pick(bare, i) - (pick(x, i) / root) * slope) / root,
    remembered: { "own ψ²": kept(sheet, sheet.of("own ψ²"), quadratic) },
  };
};

/** After warm-up, so that φ and not the batch's ψ² is divided by. */
const powerNorm: Rule = (sheet) => {
  const u = sheet.column("rows", "u");
  const quadratic = average(u.map((value) => value ** 2));
  const root = Math.sqrt(sheet.of("φ") + 1e-5);
  const nu = (1 - sheet.setting("α")) * sheet.of("e");
  // Padded positions take part in ν.
  const everywhere = sheet.column("rows", "u", true).map((value) => value / root);
  const bare = sheet.column("rows", "g", true).map((value) => value * sheet.of("γ"));
  const change = averageOf(
    everywhere.length,
    (j) => (pick(bare, j) - nu * pick(everywhere, j)) * pick(everywhere, j),
  );
  // Back through the group scaling: every channel of the group has a part, but only this channel's rows are in the text, so
  // ψ²_B of the others is taken from what φ became: φ′ = α·φ + (1 − α)·ψ²_B.
  const all = (head: string): readonly number[] => sheet.column("channels", head);
  const alpha = sheet.setting("α");
  const size = sheet.setting("d") / sheet.setting("heads");
  const first = Math.floor(sheet.channel / size) * size;
  const group = Array.from({ length: size }, (_, k) => first + k);
  const passedOn = (c: number): number => {
    const fresh = (pick(all("φ′"), c) - alpha * pick(all("φ"), c)) / (1 - alpha);
    const hat = pick(all("u"), c) / Math.sqrt(pick(all("φ"), c) + 1e-5);
    const own = (1 - alpha) * pick(all("e"), c);
    return (pick(all("γ"), c) * pick(all("g"), c) - own * hat) / Math.sqrt(fresh + 1e-5);
  };
  const along = average(group.map((c) => passedOn(c) * pick(all("u"), c)));
  const scale = Math.sqrt(average(group.map((c) => pick(all("x"), c) ** 2)) + 1e-5);
  return {
    normalised: pick(u, sheet.row) / root,
    gradient: (passedOn(sheet.channel) - sheet.of("u") * along) / scale,
    remembered: { φ: kept(sheet, sheet.of("φ"), quadratic), e: sheet.of("e") + change },
  };
};

const layerNorm: Rule = (sheet) => {
  const [x, gain, g] = ["x", "γ", "g"].map((head) => sheet.column("channels", head));
  const [values = [], gains = [], upstream = []] = [x, gain, g];
  const level = average(values);
  const root = Math.sqrt(average(values.map((value) => (value - level) ** 2)) + 1e-5);
  const hat = values.map((value) => (value - level) / root);
  const bare = upstream.map((value, c) => value * pick(gains, c));
  const slope = averageOf(values.length, (c) => pick(bare, c) * pick(hat, c));
  const c = sheet.channel;
  return {
    normalised: pick(hat, c),
    gradient: (pick(bare, c) - average(bare) - pick(hat, c) * slope) / root,
    remembered: {},
  };
};

const METHODS: readonly (readonly [string, Wanted, Rule])[] = [
  ["BN", { method: "batch-norm", step: 8 }, batchNorm],
  ["PN-V", { method: "power-norm-v", step: 8 }, powerNormV],
  ["PN", { method: "power-norm", step: 8 }, powerNorm],
  ["LN", { method: "layer-norm", step: 8 }, layerNorm],
];

/** The same device; of the largest number of the same kind. */
const SAME = 1e-6;

describe.each(METHODS)("from the text of %s alone", (label, wanted, rule) => {
  it("everything is worked out again, to the plotted point", async () => {
    const dissection = await dissected(wanted);
    const sheet = new Sheet(walkAsText(lookAt(dissection, 5, 7), label));
    const x = sheet.column("rows", "x");
    expect(x).toHaveLength(sheet.setting("N"));
    const near = (one: number, other: number, scale = 1): void =>
      expect(Math.abs(one - other) / Math.max(scale, 1e-9)).toBeLessThan(SAME);

    const mean = average(x);
    const quadratic = average(x.map((value) => value ** 2));
    near(mean, sheet.result("statistics", "µ_B").network, largest(x));
    near(quadratic - mean ** 2, sheet.result("statistics", "σ_B²").network, largest(x) ** 2);
    near(quadratic, sheet.result("statistics", "ψ_B²").network, largest(x) ** 2);

    for (const [letter, batch, running] of [
      ["µ", "µ_B", "µ"],
      ["σ", "σ²_B", "σ²"],
      ["ψ", "ψ²_B", "ψ²"],
    ] as const) {
      const [fresh, old] = [sheet.column("channels", batch), sheet.column("channels", running)];
      near(
        sheet.of(batch) - sheet.of(running),
        sheet.result("distance", `Δ_${letter}`).hand,
        largest(x) ** 2,
      );
      near(kept(sheet, sheet.of(running), sheet.of(batch)), sheet.of(`${running}′`), largest(old));
      const point = dissection.plotted.find(
        ({ of, metric, statistic }) =>
          of === "input" &&
          metric === "distance" &&
          statistic === ({ µ: "mean", σ: "variance", ψ: "quadratic-mean" } as const)[letter],
      );
      const distance = Math.hypot(...fresh.map((value, c) => value - pick(old, c))) / fresh.length;
      near(distance, point?.value ?? Number.NaN, point?.value);
    }

    const { normalised, gradient, remembered } = rule(sheet);
    const followed = (head: string): number => pick(sheet.column("rows", head), sheet.row);
    near(normalised, followed("x̂"), largest(sheet.column("rows", "x̂")));
    near(
      sheet.of("γ") * normalised + sheet.of("β"),
      followed("y"),
      largest(sheet.column("rows", "y")),
    );
    near(gradient, followed("∂L/∂x"), largest(sheet.column("rows", "∂L/∂x")));
    for (const [name, value] of Object.entries(remembered))
      near(value, sheet.of(`${name}′`), Math.max(1, Math.abs(value)));
    expect(Object.keys(remembered)).toHaveLength(Object.keys(dissection.memoryBefore).length);
  });
});
