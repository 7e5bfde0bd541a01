import { pairsIn } from "../contract/batch.ts";
import type { TranslationBatch } from "../contract/batch.ts";
import type { LaneTranslations, Rows } from "../contract/protocol.ts";
import type { TranslationTrial, Workload } from "../contract/workload.ts";
import { corpusBleu } from "../scores/bleu.ts";
import type { Judged } from "../scores/bleu.ts";
import { decodeGreedily } from "./decode.ts";
import { HELD_OUT_MODES } from "./held-out-table.ts";
import type { HeldOutMode } from "./held-out-table.ts";
import type { Lane } from "./lane.ts";

/** When and how an evaluation is translated. */
export interface TranslationOrder {
  readonly step: number;
  /** The likeliest next word after every prefix of the batch's targets, ids row-major. */
  readonly predict: (
    lane: number,
    batch: TranslationBatch,
    mode: HeldOutMode,
  ) => Promise<Int32Array>;
  readonly hasDiverged: (lane: number) => boolean;
  /** Whether a score is due, given how many evaluations lie between two. */
  readonly isDue: (scoreEvery: number) => boolean;
  /** Called between two words; false gives up. */
  readonly between: () => Promise<boolean>;
}

export interface Translations {
  readonly step: number;
  readonly lanes: readonly LaneTranslations[];
  readonly rows: readonly Rows[];
}

interface TranslatingLane {
  readonly lane: Lane;
  readonly trial: TranslationTrial;
  /** Words by id. */
  readonly vocabulary: readonly string[];
}

/** Thrown when `between` says to give up; caught here. */
const GIVEN_UP = new Error("the translation was given up");

/** Lets lanes translate held-out sentences word by word, which changes nothing in them. */
export class Translator {
  /** By lane; null for a lane that has nothing to translate. */
  readonly #lanes: readonly (TranslatingLane | null)[];

  /** Each lane with the workload it learns. */
  constructor(lanes: readonly { readonly lane: Lane; readonly workload: Workload }[]) {
    this.#lanes = lanes.map(({ lane, workload: { facts, trial } }) =>
      trial && facts.kind === "translation" ? { lane, trial, vocabulary: facts.vocabulary } : null,
    );
  }

  get hasWork(): boolean {
    return this.#lanes.some((lane) => lane !== null);
  }

  /** The shown sentences of every lane, and the scores that are due; null when given up. */
  async translate(order: TranslationOrder): Promise<Translations | null> {
    const lanes: LaneTranslations[] = [];
    try {
      for (const [index, translating] of this.#lanes.entries()) {
        if (!translating) continue;
        const sentences = order.hasDiverged(index)
          ? null
          : await sayAll(index, translating, translating.trial.shown, "evaluate", order);
        lanes.push({ lane: translating.lane.setup.id, sentences });
      }
      return { step: order.step, lanes, rows: await this.#rows(order) };
    } catch (error) {
      if (error === GIVEN_UP) return null;
      throw error;
    }
  }

  /**
   * BLEU of one lane over its trial's scored batches, from 0 to 100; not a number where nothing is translated. A lane that
   * remembers nothing says the same in both modes.
   */
  async #score(
    index: number,
    mode: HeldOutMode,
    order: Pick<TranslationOrder, "predict" | "between">,
  ): Promise<number> {
    const translating = this.#lanes[index];
    if (!translating) return Number.NaN;
    const { trial, vocabulary } = translating;
    const judged: Judged[] = [];
    for (const batch of trial.scored) {
      const said = await sayAll(index, translating, batch, mode, order);
      const references = referencesOf(batch, vocabulary);
      said.forEach((hypothesis, row) =>
        judged.push({ hypothesis, references: [references[row] ?? ""] }),
      );
    }
    return corpusBleu(judged);
  }

  async #rows(order: TranslationOrder): Promise<readonly Rows[]> {
    const values: number[] = [];
    for (const [index, translating] of this.#lanes.entries()) {
      if (!translating) continue;
      const isDue = order.isDue(translating.trial.scoreEvery) && !order.hasDiverged(index);
      let last = Number.NaN;
      for (const mode of HELD_OUT_MODES) {
        // Without memory both modes are one, and the second is the first's own number.
        if (mode === "evaluate" || translating.lane.remembers)
          last = isDue ? await this.#score(index, mode, order) : Number.NaN;
        values.push(last);
      }
    }
    if (values.every(Number.isNaN)) return [];
    const steps = Uint32Array.of(order.step);
    return [{ table: "translated", steps, values: Float32Array.from(values) }];
  }
}

/** What a lane says for each pair of a batch, words with spaces between. */
async function sayAll(
  index: number,
  { vocabulary }: TranslatingLane,
  batch: TranslationBatch,
  mode: HeldOutMode,
  { predict, between }: Pick<TranslationOrder, "predict" | "between">,
): Promise<readonly string[]> {
  const said = await decodeGreedily(batch, {
    end: vocabulary.indexOf("</s>"),
    between,
    predict: (asked) => predict(index, asked, mode),
  });
  if (!said) throw GIVEN_UP;
  return said.slice(0, pairsIn(batch)).map((ids) => inWords(ids, vocabulary));
}

function referencesOf(batch: TranslationBatch, vocabulary: readonly string[]): string[] {
  const { values, shape } = batch.labels;
  const [, length = 0] = shape;
  const end = vocabulary.indexOf("</s>");
  return Array.from({ length: pairsIn(batch) }, (_, row) => {
    const ids = [...values.subarray(row * length, (row + 1) * length)];
    return inWords(ids.slice(0, ids.indexOf(end)), vocabulary);
  });
}

function inWords(ids: readonly number[], vocabulary: readonly string[]): string {
  return ids.map((id) => vocabulary[id] ?? "").join(" ");
}
